import { type BrowserWindow, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import { ADRESSE } from './security.ts';

/** The application's menu, in French, with nothing that a page of this application does not need. */
export function modeleMenu(
  actions: { aide(): void; dossier(): void },
  platform = process.platform,
): MenuItemConstructorOptions[] {
  const application: MenuItemConstructorOptions[] =
    platform === 'darwin'
      ? [
          {
            label: 'Passerelle',
            submenu: [
              { role: 'about', label: 'À propos de Passerelle' },
              { type: 'separator' },
              { role: 'hide', label: 'Masquer Passerelle' },
              { role: 'quit', label: 'Quitter Passerelle' },
            ],
          },
        ]
      : [];
  return [
    ...application,
    {
      label: 'Édition',
      submenu: [
        { role: 'undo', label: 'Annuler' },
        { role: 'redo', label: 'Rétablir' },
        { type: 'separator' },
        { role: 'cut', label: 'Couper' },
        { role: 'copy', label: 'Copier' },
        { role: 'paste', label: 'Coller' },
        { role: 'selectAll', label: 'Tout sélectionner' },
      ],
    },
    {
      label: 'Affichage',
      submenu: [
        { role: 'resetZoom', label: 'Taille normale' },
        { role: 'zoomIn', label: 'Agrandir' },
        { role: 'zoomOut', label: 'Réduire' },
        { type: 'separator' },
        { role: 'togglefullscreen', label: 'Plein écran' },
      ],
    },
    {
      label: 'Aide',
      submenu: [
        { label: 'Aide de Passerelle', accelerator: 'F1', click: actions.aide },
        { label: 'Ouvrir le dossier des données', click: actions.dossier },
        ...(platform === 'darwin'
          ? []
          : ([
              { type: 'separator' },
              { role: 'about', label: 'À propos de Passerelle' },
              { role: 'quit', label: 'Quitter' },
            ] satisfies MenuItemConstructorOptions[])),
      ],
    },
  ];
}

export function poserMenu(fenetre: () => BrowserWindow | null, dossier: () => void): void {
  const aide = () => void fenetre()?.loadURL(`${ADRESSE}#/aide`);
  Menu.setApplicationMenu(Menu.buildFromTemplate(modeleMenu({ aide, dossier })));
}

/** Right click: Electron shows nothing on its own, and people paste with the mouse. */
export function poserMenuContextuel(contenu: WebContents): void {
  contenu.on(
    'context-menu',
    (_evenement, { isEditable, selectionText, misspelledWord, dictionarySuggestions, editFlags }) => {
      const elements: MenuItemConstructorOptions[] = [];
      if (misspelledWord) {
        for (const mot of dictionarySuggestions.slice(0, 5)) {
          elements.push({ label: mot, click: () => contenu.replaceMisspelling(mot) });
        }
        if (dictionarySuggestions.length === 0) elements.push({ label: 'Aucune suggestion', enabled: false });
        elements.push({ type: 'separator' });
      }
      if (isEditable) elements.push({ role: 'cut', label: 'Couper', enabled: editFlags.canCut });
      if (isEditable || selectionText.trim())
        elements.push({ role: 'copy', label: 'Copier', enabled: editFlags.canCopy });
      if (isEditable) elements.push({ role: 'paste', label: 'Coller', enabled: editFlags.canPaste });
      if (elements.length > 0) Menu.buildFromTemplate(elements).popup();
    },
  );
}
