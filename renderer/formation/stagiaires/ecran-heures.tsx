import { Button, Select } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import { accorder, formaterDuree, formaterTaux, insecables, MOIS } from '../../../shared/format.ts';
import type { HeuresLigne } from '../../../shared/formation/stagiaires.ts';
import { useAdresse } from '../../app/adresse.ts';
import { useJour } from '../../app/jour.ts';
import { useListe } from '../../app/listes.ts';
import { useLecture } from '../../app/operations.ts';
import { BoutonExporter } from '../../components/exporter.tsx';
import { Carte, EtatVide, TetePage } from '../../components/page.tsx';
import { PasAnnee } from '../../components/pas-annee.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import { OngletsFormation } from '../onglets.tsx';
import { PiluleEtape } from './etape.tsx';
import styles from './heures.module.css';

const sommer = (minutes: readonly number[]) => minutes.reduce((somme, valeur) => somme + valeur, 0);

/** Months that a column is too narrow for. */
const COURTS: Record<string, string> = {
  janvier: 'janv.',
  février: 'févr.',
  juillet: 'juil.',
  septembre: 'sept.',
  octobre: 'oct.',
  novembre: 'nov.',
  décembre: 'déc.',
};

/** Year and support live in the address. */
function useFiltres() {
  const courante = Number(useJour().slice(0, 4));
  const [adresse, changerAdresse] = useAdresse();
  const dite = Number(adresse.get('annee'));
  const annee = Number.isInteger(dite) && dite >= 1990 && dite <= 2199 ? dite : courante;
  const support = (adresse.get('support') ?? '').slice(0, 60);
  const poser = (cle: string, valeur: string) =>
    changerAdresse((actuelle) => {
      if (valeur === '') actuelle.delete(cle);
      else actuelle.set(cle, valeur);
      return actuelle;
    });
  return {
    annee,
    support,
    changerAnnee: (voulue: number) => poser('annee', voulue === courante ? '' : String(voulue)),
    changerSupport: (voulu: string) => poser('support', voulu),
  };
}

function Mois({ prevues, realisees }: { prevues: number; realisees: number }) {
  if (prevues === 0 && realisees === 0) return null;
  return (
    <>
      <strong>{formaterDuree(realisees)}</strong>
      <small>
        <span className="visuellement-cache"> sur </span>
        {formaterDuree(prevues)}
      </small>
    </>
  );
}

function Personne({ ligne }: { ligne: HeuresLigne }) {
  const [ouverte, setOuverte] = useState(false);
  const { libelle } = useListe('supports');
  const { salarie, sessions, prevues, realisees } = ligne;
  const nom = nomComplet(salarie);
  return (
    <>
      <tr>
        <th scope="row">
          <Link to={`/salaries/${salarie.id}`}>{nom}</Link>
          <Button
            variant="subtle"
            size="compact-xs"
            color="gray"
            className={styles.sessions}
            aria-expanded={ouverte}
            rightSection={
              ouverte ? <IconChevronUp size={13} stroke={1.8} /> : <IconChevronDown size={13} stroke={1.8} />
            }
            onClick={() => setOuverte(!ouverte)}
          >
            {[accorder(sessions.length, 'session'), salarie.support && libelle(salarie.support)]
              .filter(Boolean)
              .join(' · ')}
            <span className="visuellement-cache"> de {nom}</span>
          </Button>
        </th>
        {MOIS.map((mois, rang) => (
          <td key={mois}>
            <Mois prevues={prevues[rang]!} realisees={realisees[rang]!} />
          </td>
        ))}
        <td className={styles.total}>
          <Mois prevues={sommer(prevues)} realisees={sommer(realisees)} />
        </td>
      </tr>
      {ouverte && (
        <tr>
          <td colSpan={14} className={styles.detail}>
            <ul>
              {sessions.map((session) => (
                <li key={session.sessionId}>
                  <Link to={`/formation/sessions/${session.sessionId}/presences`}>{session.titre}</Link>
                  <PiluleEtape statut={session.statut} sexe={salarie.sexe} />
                  <span>
                    {formaterDuree(session.realisees)} sur {formaterDuree(session.prevues)}
                  </span>
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}

function Totaux({ lignes }: { lignes: readonly HeuresLigne[] }) {
  const total = (lire: (ligne: HeuresLigne) => number) => sommer(lignes.map(lire));
  return (
    <tr>
      <th scope="row">{accorder(lignes.length, 'personne')}</th>
      {MOIS.map((mois, rang) => (
        <td key={mois}>
          <Mois
            prevues={total(({ prevues }) => prevues[rang]!)}
            realisees={total(({ realisees }) => realisees[rang]!)}
          />
        </td>
      ))}
      <td className={styles.total}>
        <Mois
          prevues={total(({ prevues }) => sommer(prevues))}
          realisees={total(({ realisees }) => sommer(realisees))}
        />
      </td>
    </tr>
  );
}

/** Hours of training of a year, by person and month: realised over engaged. */
export function EcranHeures() {
  const { annee, support, changerAnnee, changerSupport } = useFiltres();
  const { data } = useLecture('formation.heures', { annee, support }, { garderPrecedent: true });
  const { choix } = useListe('supports');
  const lignes = data?.lignes ?? [];
  const engagees = sommer(lignes.map(({ prevues }) => sommer(prevues)));
  const realisees = sommer(lignes.map(({ realisees: faites }) => sommer(faites)));
  return (
    <>
      <TetePage
        titre={`Heures de formation ${annee}`}
        sous={
          lignes.length > 0
            ? insecables(
                `${formaterDuree(realisees)} réalisées sur ${formaterDuree(engagees)} engagées (${formaterTaux(realisees, engagees)}), ${accorder(lignes.length, 'personne')}`,
              )
            : '\u00a0'
        }
        actions={
          lignes.length > 0 ? (
            <BoutonExporter operation="formation.heuresExport" entree={{ annee, support }} />
          ) : undefined
        }
      />
      <OngletsFormation />
      <div className={styles.filtres}>
        <PasAnnee annee={annee} changer={changerAnnee} className={styles.pas} />
        <Select
          aria-label="Support d’activité"
          placeholder="Tous les supports"
          clearable
          w={230}
          data={choix([support])}
          value={support || null}
          onChange={(choisi) => changerSupport(choisi ?? '')}
        />
      </div>
      {data && lignes.length === 0 ? (
        <Carte sansMarge>
          <EtatVide
            titre={support === '' ? `Aucune heure de formation en ${annee}` : 'Aucune heure pour ce support'}
            actions={
              support === '' ? (
                <Button component={Link} to="/formation" variant="default">
                  Voir les sessions
                </Button>
              ) : (
                <Button variant="default" onClick={() => changerSupport('')}>
                  Voir tous les supports
                </Button>
              )
            }
          >
            {support === ''
              ? 'Les heures viennent des sessions : elles sont engagées quand un stagiaire est validé, réalisées quand ses présences sont notées.'
              : `Personne de ce support n’a de formation engagée en ${annee}.`}
          </EtatVide>
        </Carte>
      ) : (
        <Carte sansMarge>
          <div className={styles.cadre}>
            <table
              className={styles.heures}
              aria-label={`Heures de formation ${annee}, par personne et par mois`}
            >
              <thead>
                <tr>
                  <th scope="col">Personne</th>
                  {MOIS.map((mois) => (
                    <th key={mois} scope="col" abbr={mois}>
                      {COURTS[mois] ?? mois}
                    </th>
                  ))}
                  <th scope="col" className={styles.total}>
                    Année
                  </th>
                </tr>
              </thead>
              <tbody>
                {lignes.map((ligne) => (
                  <Fragment key={ligne.salarie.id}>
                    <Personne ligne={ligne} />
                  </Fragment>
                ))}
              </tbody>
              <tfoot>
                <Totaux lignes={lignes} />
              </tfoot>
            </table>
          </div>
          <p className={styles.note}>
            {insecables(
              'En gras, les heures réalisées ; dessous, les heures engagées : celles des stagiaires validés ou entrés, sur les demi-journées de la session. Les sessions annulées ne comptent pas.',
            )}
          </p>
        </Carte>
      )}
    </>
  );
}
