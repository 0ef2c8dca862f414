import { IconAlertCircle } from '@tabler/icons-react';
import { accorder, insecables, MOIS } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { IMPLICATIONS } from '../../shared/nomenclatures/reseau.ts';
import { NATURES } from '../../shared/nomenclatures/sollicitations.ts';
import { direSaison } from '../../shared/reseau/regles-organisation.ts';
import type { OrganisationFiche } from '../../shared/reseau/schema.ts';
import { useListe } from '../app/listes.ts';
import { Carte, Pilule, type Ton } from '../components/page.tsx';
import { LienModifier } from './lien-modifier.tsx';
import styles from './offre.module.css';

/** Conditions that ask something of whoever comes, where the others give something. */
const CONTRAINTES: readonly string[] = ['permis_utile', 'horaires_decales', 'port_charges'];

const TONS: Record<string, Ton> = { deja: 'vert', prete: 'accent', a_convaincre: 'neutre', refuse: 'brique' };

/** The twelve months, those of high season filled; the sentence says the same. */
function Saison({ mois, note }: { mois: readonly number[]; note: string }) {
  return (
    <div className={styles.saison}>
      {mois.length > 0 ? (
        <>
          <div className={styles.douze} aria-hidden>
            {MOIS.map((nom, rang) => (
              <span key={nom} data-haute={mois.includes(rang + 1) || undefined}>
                {nom.charAt(0).toUpperCase()}
              </span>
            ))}
          </div>
          <span>Haute saison {direSaison(mois)}</span>
        </>
      ) : null}
      {note ? <span className={styles.discret}>{note}</span> : null}
    </div>
  );
}

/** True when nothing is known of what an organisation could offer. */
export const sansOffre = (fiche: OrganisationFiche) =>
  fiche.metiers.length === 0 &&
  fiche.saison.length === 0 &&
  fiche.saisonNote === '' &&
  fiche.conditions.length === 0 &&
  fiche.conditionsNote === '' &&
  Object.keys(fiche.implication).length === 0;

/** What somebody could do there, when, in which conditions, and how far the organisation would go. */
export function Offre({ fiche }: { fiche: OrganisationFiche }) {
  const { libelle } = useListe('conditions');
  if (sansOffre(fiche)) return null;
  const { metiers, saison, saisonNote, conditions, conditionsNote, implication } = fiche;
  const degres = NATURES.valeurs.flatMap(({ code, label: nature }) => {
    const degre = implication[code];
    return degre ? [{ code, nature, degre }] : [];
  });
  return (
    <Carte titre="Ce qu’elle peut offrir" suite={<LienModifier id={fiche.id} section="offre" />}>
      <div className={styles.offre}>
        {metiers.length > 0 ? (
          <ul className={styles.metiers} aria-label="Métiers">
            {metiers.map(({ code, libelle: metier }) => (
              <li key={`${code} ${metier}`}>
                {code ? <span className={styles.code}>{code}</span> : null}
                {metier}
              </li>
            ))}
          </ul>
        ) : null}
        {saison.length > 0 || saisonNote ? <Saison mois={saison} note={saisonNote} /> : null}
        {conditions.length > 0 ? (
          <div className={styles.conditions}>
            {conditions.map((code) => (
              <Pilule key={code} ton={CONTRAINTES.includes(code) ? 'ambre' : undefined}>
                {CONTRAINTES.includes(code) ? <IconAlertCircle size={14} stroke={1.8} aria-hidden /> : null}
                {libelle(code)}
              </Pilule>
            ))}
          </div>
        ) : null}
        {conditionsNote ? <span className={styles.discret}>{conditionsNote}</span> : null}
        {degres.length > 0 ? (
          <dl className={styles.degres}>
            {degres.map(({ code, nature, degre }) => (
              <div key={code}>
                <dt>{nature}</dt>
                <dd data-ton={TONS[degre]}>{label(IMPLICATIONS, degre)}</dd>
              </div>
            ))}
          </dl>
        ) : null}
      </div>
    </Carte>
  );
}

/** Métiers named in the short line. */
const NOMMES = 3;

/** The offer in one line, read before anything is scrolled: métiers, season, and what it is ready for. */
export function OffreEnBref({ fiche }: { fiche: OrganisationFiche }) {
  const { metiers, saison, implication } = fiche;
  const pretes = NATURES.valeurs
    .filter(({ code }) => implication[code] === 'prete' || implication[code] === 'deja')
    .map(({ label: nature }) => nature.toLowerCase());
  const nommes = metiers.slice(0, NOMMES).map(({ libelle }) => libelle);
  if (metiers.length > NOMMES)
    nommes.push(`et ${accorder(metiers.length - NOMMES, 'autre métier', 'autres métiers')}`);
  const morceaux = [
    nommes.join(', '),
    saison.length > 0 && `haute saison ${direSaison(saison)}`,
    pretes.length > 0 && `prête pour : ${pretes.join(', ')}`,
  ].filter(Boolean);
  if (morceaux.length === 0) return null;
  return (
    <p className={styles.bref}>
      <strong>{insecables('Peut offrir :')}</strong> {insecables(morceaux.join(' · '))}
    </p>
  );
}
