/** What takes letters for itself; a radio or a checkbox does not. */
const SAISIE = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]';

/** True when what has the focus takes letters for itself. */
export function enSaisie(cible: EventTarget | null): boolean {
  return cible instanceof Element && cible.closest(SAISIE) !== null;
}

/**
 * The single key of a shortcut, in lower case, or null when the key belongs to something else: a field, a window or a
 * menu above the screen, a combination with Ctrl, Alt or Meta, a key held down, or whoever handled it already.
 */
export function toucheLibre(evenement: KeyboardEvent): string | null {
  if (evenement.defaultPrevented || evenement.repeat || evenement.isComposing) return null;
  if (evenement.ctrlKey || evenement.metaKey || evenement.altKey) return null;
  if (enSaisie(evenement.target) || fenetreOuverte()) return null;
  return evenement.key.toLowerCase();
}

/** True while a window, a sheet or a menu is above the screen. */
export function fenetreOuverte(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}
