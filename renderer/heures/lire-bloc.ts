/** A block copied from a spreadsheet: its rows and their cells, without the empty line that ends it. */
export function lireBloc(texte: string): string[][] {
  const lignes = texte.replace(/\r\n?/g, '\n').split('\n');
  if (lignes.at(-1) === '') lignes.pop();
  return lignes.map((ligne) => ligne.split('\t').map((cellule) => cellule.trim()));
}
