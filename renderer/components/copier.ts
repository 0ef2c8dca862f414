/**
 * Puts a text in the clipboard, during a gesture of the user. The older of the two ways: the newer one asks for a
 * permission, and the desktop refuses them all.
 */
export function copier(texte: string): boolean {
  const poser = (evenement: ClipboardEvent) => {
    evenement.clipboardData?.setData('text/plain', texte);
    evenement.preventDefault();
    // Nobody else on the page has a say in what is copied.
    evenement.stopImmediatePropagation();
  };
  document.addEventListener('copy', poser, true);
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', poser, true);
  }
}
