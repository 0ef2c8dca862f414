/** Names Windows keeps for its devices, with or without an extension. */
const RESERVES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A file name any system accepts: no folder, no character Windows refuses, no trailing dot, 120 characters at most. */
export function nomSur(nom: string): string {
  const propre = nom
    .toWellFormed()
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const point = propre.lastIndexOf('.');
  const extension = point > 0 && propre.length - point <= 6 ? propre.slice(point) : '';
  const base = propre.slice(0, propre.length - extension.length).slice(0, 120 - extension.length);
  if (base === '') return `Passerelle${extension}`;
  return RESERVES.test(propre) ? `_${base}${extension}` : base + extension;
}
