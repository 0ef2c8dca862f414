/** Reads a chosen file as base64, without blocking the window. Rejects when the system will not give it. */
export function enBase64(fichier: Blob): Promise<string> {
  return new Promise((resoudre, rejeter) => {
    const lecteur = new FileReader();
    lecteur.onload = () => {
      const url = String(lecteur.result);
      resoudre(url.slice(url.indexOf(',') + 1));
    };
    lecteur.onerror = () => rejeter(lecteur.error);
    lecteur.readAsDataURL(fichier);
  });
}
