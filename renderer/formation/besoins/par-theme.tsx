import { Button } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { Link } from 'react-router';
import { accorder, formaterDate, insecables } from '../../../shared/format.ts';
import type { ThemeBesoins } from '../../../shared/formation/besoins.ts';
import { remplissageTheme } from '../../../shared/formation/regles-besoins.ts';
import { useListe } from '../../app/listes.ts';
import { useLecture } from '../../app/operations.ts';
import { Carte, EtatVide, Pilule } from '../../components/page.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import { adresseOuvrir } from './apparence.tsx';
import styles from './besoins.module.css';
import { type FiltresEcran, sansFiltre } from './filtres.ts';

/** Names shown before « et 4 autres ». */
const NOMS = 8;

/** What the people left to train allow, in one sentence. */
function Verdict({ theme }: { theme: ThemeBesoins }) {
  const resultat = remplissageTheme(theme);
  const { aCouvrir, minimum, placesLibres } = theme;
  const qui = accorder(aCouvrir, 'personne');
  if (resultat.genre === 'rien') return <Pilule ton="vert">Tout le monde a une place</Pilule>;
  if (resultat.genre === 'assez')
    return (
      <Pilule ton="accent">
        {resultat.nombre > 1
          ? `${qui} : de quoi ouvrir ${resultat.nombre} sessions`
          : `${qui}, assez pour ouvrir une session`}
      </Pilule>
    );
  if (resultat.genre === 'places')
    return (
      <Pilule ton="ambre">
        {qui} pour {accorder(placesLibres, 'place libre', 'places libres')}
      </Pilule>
    );
  return (
    <Pilule>
      {qui} : il en manque {resultat.manquent} pour ouvrir à {minimum}
    </Pilule>
  );
}

function Jauge({ theme, echelle }: { theme: ThemeBesoins; echelle: number }) {
  const parts = [
    ['a_couvrir', theme.aCouvrir, 'à couvrir'],
    ['planifies', theme.planifies, theme.planifies > 1 ? 'planifiés' : 'planifié'],
    ['satisfaits', theme.satisfaits, theme.satisfaits > 1 ? 'satisfaits' : 'satisfait'],
  ] as const;
  return (
    <div className={styles.barre}>
      <div className={styles.jauge} aria-hidden>
        {parts.map(([cle, nombre]) =>
          nombre > 0 ? (
            <span key={cle} data-part={cle} style={{ width: `${(nombre / echelle) * 100}%` }} />
          ) : null,
        )}
      </div>
      <span className={styles.second}>
        {parts
          .filter(([, nombre]) => nombre > 0)
          .map(([, nombre, mots]) => `${nombre} ${mots}`)
          .join(' · ')}
      </span>
    </div>
  );
}

function Qui({ qui }: { qui: ThemeBesoins['qui'] }) {
  const support = useListe('supports').libelle;
  const noms = qui
    .slice(0, NOMS)
    .map((un) =>
      un.salarie ? nomComplet(un.salarie) : `${support(un.support)} (${accorder(un.effectif, 'personne')})`,
    );
  const reste = qui.length - noms.length;
  return (
    <p className={styles.noms}>
      {noms.join(', ')}
      {reste > 0 ? ` et ${accorder(reste, 'autre')}` : ''}
    </p>
  );
}

function Theme({ theme, nom, echelle }: { theme: ThemeBesoins; nom: string; echelle: number }) {
  return (
    <li className={styles.carteTheme}>
      <div className={styles.teteTheme}>
        <h2>{nom}</h2>
        <Verdict theme={theme} />
        {theme.aCouvrir > 0 ? (
          <Button
            component={Link}
            to={adresseOuvrir(theme.besoinIds, theme.theme)}
            size="xs"
            variant={remplissageTheme(theme).genre === 'assez' ? 'filled' : 'default'}
            leftSection={<IconSchool size={16} stroke={1.6} />}
          >
            Ouvrir une session
          </Button>
        ) : null}
      </div>
      <Jauge theme={theme} echelle={echelle} />
      {theme.qui.length > 0 ? <Qui qui={theme.qui} /> : null}
      <p className={styles.details}>
        {insecables(
          [
            theme.prioritaires > 0 &&
              accorder(theme.prioritaires, 'personne prioritaire', 'personnes prioritaires'),
            theme.souhaiteLe && `au plus tôt pour le ${formaterDate(theme.souhaiteLe)}`,
            theme.aCouvrir > 0 &&
              (theme.minimumDe
                ? `ouvre à ${theme.minimum} (« ${theme.minimumDe.titre} »)`
                : `ouvre d’ordinaire à ${theme.minimum}`),
          ]
            .filter(Boolean)
            .join(' · '),
        )}
      </p>
      {theme.sessions.length > 0 ? (
        <ul className={styles.seances}>
          {theme.sessions.map((session) => (
            <li key={session.id}>
              <Link to={`/formation/sessions/${session.id}/stagiaires`}>
                {session.numero} · {session.titre}
              </Link>
              <span className={styles.second}>
                {' '}
                du {formaterDate(session.debut)} au {formaterDate(session.fin)} ·{' '}
                {session.prises >= session.placesMax
                  ? 'complète'
                  : `${accorder(session.placesMax - session.prises, 'place libre', 'places libres')} sur ${session.placesMax}`}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** Where a session can be filled: people to train by theme, beside what is planned. */
export function ParTheme({ filtres, effacer }: { filtres: FiltresEcran; effacer: () => void }) {
  const { support, campagneId } = filtres;
  const { data } = useLecture('formation.themes', { support, campagneId }, { garderPrecedent: true });
  const libelle = useListe('themes_formation').libelle;
  if (!data) return null;
  const montres = data.filter(({ theme }) => filtres.theme === '' || theme === filtres.theme);
  if (montres.length === 0)
    return (
      <Carte sansMarge>
        <EtatVide
          titre={data.length > 0 ? 'Aucun besoin ne répond à ces filtres' : 'Aucun besoin à grouper'}
          actions={
            sansFiltre(filtres) ? undefined : (
              <Button variant="default" onClick={effacer}>
                Retirer les filtres
              </Button>
            )
          }
        >
          Les besoins notés se rangent ici par thème, à côté des sessions déjà prévues.
        </EtatVide>
      </Carte>
    );
  const echelle = Math.max(...montres.map((un) => un.aCouvrir + un.planifies + un.satisfaits), 1);
  return (
    <ul className={styles.themes} aria-label="Besoins par thème">
      {montres.map((theme) => (
        <Theme key={theme.theme} theme={theme} nom={libelle(theme.theme)} echelle={echelle} />
      ))}
    </ul>
  );
}
