import { accorder, formaterDate } from '../../../shared/format.ts';
import type { InscriptionLigne } from '../../../shared/formation/stagiaires.ts';
import type { ResultatCertification, StatutInscription } from '../../../shared/formation/statuts.ts';
import { RESULTATS_CERTIFICATION } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable, tenter } from '../../components/annulable.tsx';
import { nomComplet } from '../../reseau/libelles.ts';

/** What a step is called on its button. */
export const VERBES: Record<StatutInscription, string> = {
  repere: 'Repérer',
  positionne: 'Positionner',
  valide: 'Valider',
  entre: 'Noter l’entrée',
  au_bout: 'Au bout',
  interrompu: 'Interrompre…',
  ecarte: 'Ne pas retenir…',
};

const FAITS: Record<StatutInscription, [un: string, plusieurs: string]> = {
  repere: ['repéré·e', 'repérées'],
  positionne: ['a été positionné·e', 'personnes positionnées'],
  valide: ['est validé·e', 'personnes validées'],
  entre: ['est en formation', 'personnes en formation'],
  au_bout: ['est allé·e au bout', 'personnes au bout'],
  interrompu: ['a interrompu', 'interruptions notées'],
  ecarte: ['n’est pas retenu·e', 'personnes non retenues'],
};

/** `Aminata Diallo est en formation.`, `3 personnes validées.` */
export function direFait(lignes: readonly InscriptionLigne[], statut: StatutInscription): string {
  const [un, plusieurs] = FAITS[statut];
  const [seule] = lignes;
  if (lignes.length !== 1 || !seule) return `${lignes.length} ${plusieurs}.`;
  const { salarie } = seule;
  const accorde = un.replace(/·e/g, salarie.sexe === 'F' ? 'e' : '');
  return `${nomComplet(salarie)} ${accorde}.`;
}

/** The usual step at its usual day, for one or several; the notification takes it back. */
export function avancer(lignes: readonly InscriptionLigne[], statut: StatutInscription): Promise<void> {
  const ids = lignes.map(({ id }) => id);
  return tenter(async () => {
    await appeler('formation.avancer', { ids, statut });
    annoncerAnnulable(direFait(lignes, statut), () => appeler('formation.revenir', { ids }));
  });
}

/** Back one step: the correction of a slip. */
export function revenir(ligne: InscriptionLigne): Promise<void> {
  return tenter(async () => {
    await appeler('formation.revenir', { ids: [ligne.id] });
  });
}

export function desinscrire(lignes: readonly InscriptionLigne[]): Promise<void> {
  const ids = lignes.map(({ id }) => id);
  return tenter(async () => {
    await appeler('formation.desinscrire', { ids });
    const [seule] = lignes;
    annoncerAnnulable(
      lignes.length === 1 && seule
        ? `${nomComplet(seule.salarie)} n’est plus sur la session.`
        : `${accorder(lignes.length, 'inscription retirée', 'inscriptions retirées')}.`,
      () => appeler('formation.reinscrire', { ids }),
    );
  });
}

/** The same result for one or several; empty takes it off. */
export function noterResultat(
  lignes: readonly InscriptionLigne[],
  resultat: ResultatCertification | '',
  le: string | null = null,
): Promise<void> {
  return tenter(async () => {
    const { avant } = await appeler('formation.saveResultat', {
      resultats: lignes.map(({ id }) => ({ id, resultat, le })),
    });
    const quoi = resultat === '' ? 'résultat effacé' : label(RESULTATS_CERTIFICATION, resultat).toLowerCase();
    const [seule] = lignes;
    annoncerAnnulable(
      lignes.length === 1 && seule
        ? `${nomComplet(seule.salarie)} : ${quoi}.`
        : `${accorder(lignes.length, 'personne')} : ${quoi}.`,
      () => appeler('formation.saveResultat', { resultats: avant }),
    );
  });
}

/** Day of the step a registration stands at, as a list says it. */
export function dateEtape(ligne: InscriptionLigne): string {
  const jour = {
    repere: ligne.repereLe,
    positionne: ligne.positionneLe,
    valide: ligne.valideLe,
    entre: ligne.entreLe,
    au_bout: ligne.auBoutLe,
    interrompu: ligne.interrompuLe,
    ecarte: ligne.ecarteLe,
  }[ligne.statut];
  return formaterDate(jour);
}
