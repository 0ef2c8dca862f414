import { label } from '../shared/nomenclatures/nomenclature.ts';
import { NATURES, RESULTATS, SENS } from '../shared/nomenclatures/sollicitations.ts';
import type { JournalExport } from '../shared/sollicitations/journal.ts';
import type { LigneHistorique } from '../shared/sollicitations/schema.ts';
import type { Contexte } from './contexte.ts';
import { journalEntier } from './journal.ts';
import { libelles } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { type Colonne, colonne, deliverTableur } from './tableur.ts';

const noms = (personnes: readonly { prenom: string; nom: string }[]) =>
  personnes.map(({ prenom, nom }) => `${prenom} ${nom}`.trim()).join(', ');

function colonnesDe(db: Base): Colonne<LigneHistorique>[] {
  const canal = libelles(db, 'canaux');
  const sousNature = libelles(db, 'sous_natures');
  const cause = libelles(db, 'causes');
  const ou = (code: string, dire: (code: string) => string) => (code === '' ? '' : dire(code));
  return [
    colonne.date('Date', ({ date }) => date),
    colonne.texte('Organisations', ({ organisations }) => organisations.map(({ nom }) => nom).join(', ')),
    colonne.nombre('Organisations touchées', ({ organisations }) => organisations.length),
    colonne.texte('Interlocuteurs', ({ interlocuteurs }) => noms(interlocuteurs)),
    colonne.texte('Premier pas', ({ sens }) => label(SENS, sens)),
    colonne.texte('Moyen', (ligne) => canal(ligne.canal)),
    colonne.texte('Nature', ({ nature }) => ou(nature, (code) => label(NATURES, code))),
    colonne.texte('Précisément', (ligne) => ou(ligne.sousNature, sousNature)),
    colonne.texte('Objet', ({ objet }) => objet),
    colonne.texte('Résultat', ({ resultat }) => label(RESULTATS, resultat)),
    colonne.texte('Cause', (ligne) => ou(ligne.cause, cause)),
    colonne.texte('Texte', ({ texte }) => texte),
    colonne.heures('Durée (heures)', ({ dureeMinutes }) => dureeMinutes),
    colonne.texte('Salariés concernés', ({ salaries }) => noms(salaries)),
    colonne.texte('Auteur', ({ auteur }) => auteur?.nom ?? ''),
    colonne.texte('Suite promise', ({ relance }) => relance?.libelle ?? ''),
    colonne.date('Suite pour le', ({ relance }) => relance?.echeance ?? null),
    colonne.date('Suite faite le', ({ relance }) => relance?.faitLe ?? null),
  ];
}

/** The journal as it is filtered, one line for each exchange. */
export function exportJournal(contexte: Contexte, { format, ...filtres }: JournalExport) {
  const { db, today } = contexte;
  return deliverTableur(contexte, format, {
    nom: `sollicitations-${today}`,
    feuille: 'Sollicitations',
    colonnes: colonnesDe(db),
    lignes: journalEntier(contexte, filtres),
  });
}
