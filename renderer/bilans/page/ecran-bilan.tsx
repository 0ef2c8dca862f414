import { Button, Skeleton } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useParams } from 'react-router';
import type { BilanCalcule, SectionBilan } from '../../../shared/bilans/bilan.ts';
import type { EmissionDite } from '../../../shared/bilans/bilans.ts';
import { dateLocale } from '../../../shared/dates.ts';
import { accorder, formaterDate, insecables } from '../../../shared/format.ts';
import { useAdresse } from '../../app/adresse.ts';
import { useLecture } from '../../app/operations.ts';
import { FicheAbsente } from '../../components/fiche-absente.tsx';
import { Carte, Pilule, TetePage } from '../../components/page.tsx';
import { type Comparaison, comparaisonDe } from '../chiffres/comparaison.ts';
import { type Ouvrir, useDetail } from '../chiffres/detail.ts';
import { LigneChiffre, Lignes } from '../chiffres/ligne.tsx';
import { BoutonEmettre } from '../emission/emettre.tsx';
import { Versions } from '../emission/versions.tsx';
import { TiroirChiffre } from '../tiroir/tiroir.tsx';
import { PlusBilan } from './actions.tsx';
import { Images } from './images.tsx';
import { Methode } from './methode.tsx';
import styles from './page.module.css';
import { Resume } from './resume.tsx';
import { SortiesBilan } from './sorties-bilan.tsx';
import { Temoignages } from './temoignages.tsx';
import { TexteSection } from './texte-section.tsx';

const TOUT = 'tout';

/** Lines whose breakdowns are unfolded, kept in the address: coming back from a sheet finds them so. */
function useDeplies(codes: readonly string[]) {
  const [adresse, changerAdresse] = useAdresse();
  const dits = adresse.get('deplie')?.split(',') ?? [];
  const tout = dits[0] === TOUT;
  const deplies = new Set(tout ? codes : dits);
  const ecrire = (voulus: readonly string[]) =>
    changerAdresse((actuelle) => {
      if (voulus.length === 0) actuelle.delete('deplie');
      else actuelle.set('deplie', voulus.join(','));
      return actuelle;
    });
  return {
    deplies,
    tout: codes.length > 0 && codes.every((code) => deplies.has(code)),
    basculer: (code: string) =>
      ecrire(deplies.has(code) ? [...deplies].filter((autre) => autre !== code) : [...deplies, code]),
    basculerTout: (ouvrir: boolean) => ecrire(ouvrir ? [TOUT] : []),
  };
}

/** A bilan being prepared, as the records say it now: figures, pictures, and the words around them. */
export function EcranBilan() {
  const { id = '' } = useParams();
  const { data, error } = useLecture('bilans.get', { id }, { garderPrecedent: true });
  if (error) return <FicheAbsente erreur={error} liste={{ label: 'Tous les bilans', vers: '/bilans' }} />;
  if (!data || data.id !== id) return <Skeleton height={520} radius={10} />;
  const { bilan, emissions } = data;
  const { convention } = bilan;
  return (
    <>
      <TetePage
        titre={insecables(bilan.titre)}
        long
        fil={[
          { label: 'Bilans', vers: '/bilans' },
          ...(convention
            ? [{ label: insecables(convention.intitule), vers: `/bilans/conventions/${convention.id}` }]
            : []),
        ]}
        sous={sousTitre(bilan)}
        pilules={
          emissions[0] ? (
            <Pilule ton="vert">
              Version {emissions[0].edition} émise le{' '}
              {formaterDate(dateLocale(new Date(emissions[0].emisLe)))}
            </Pilule>
          ) : null
        }
        actions={
          <>
            <SortiesBilan id={id} edition={null} bilan={bilan} />
            <BoutonEmettre bilan={data} />
            <PlusBilan bilan={data} />
          </>
        }
      />
      <Corps key={id} id={id} bilan={bilan} temoignages={data.temoignages} emissions={emissions} />
    </>
  );
}

function sousTitre({ periode, arreteAu, convention, filtres }: BilanCalcule): string {
  return insecables(
    [
      `du ${formaterDate(periode.debut)} au ${formaterDate(periode.fin)}`,
      arreteAu !== null &&
        (arreteAu < periode.debut
          ? 'cette période n’a pas commencé'
          : `compté jusqu’à aujourd’hui, ${formaterDate(arreteAu)}`),
      convention?.aRendreLe && `à rendre le ${formaterDate(convention.aRendreLe)}`,
      ...filtres.map(({ par, valeurs }) => `${par} : ${valeurs.join(', ')}`),
      arreteAu === null && 'brouillon recalculé à l’instant',
    ]
      .filter(Boolean)
      .join(' · '),
  );
}

function Corps(props: {
  id: string;
  bilan: BilanCalcule;
  temoignages: readonly string[];
  emissions: readonly EmissionDite[];
}) {
  const { id, bilan, temoignages, emissions } = props;
  const { periode, precedente, sections, filtres, convention } = bilan;
  const { detail, ouvrir, changer, fermer } = useDetail();
  const comparaison = comparaisonDe(periode, precedente);
  const depliables = sections.flatMap(({ lignes }) =>
    lignes.filter(({ repartitions }) => repartitions.length > 0).map(({ code }) => code),
  );
  const { deplies, tout, basculer, basculerTout } = useDeplies(depliables);
  return (
    <div className={styles.page}>
      <Resume bilan={bilan} comparaison={comparaison} ouvrir={ouvrir} />
      <div className={styles.colonnes}>
        <div className={styles.parties}>
          {depliables.length > 0 ? (
            <div className={styles.outils}>
              <span>{comparaison ? `Comparé ${comparaison.phrase}` : ''}</span>
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconChartBar size={15} stroke={1.7} />}
                aria-pressed={tout}
                onClick={() => basculerTout(!tout)}
              >
                {tout ? 'Replier les répartitions' : 'Montrer les répartitions'}
              </Button>
            </div>
          ) : null}
          {sections.map((section) => (
            <Partie
              key={section.code}
              id={id}
              section={section}
              comparaison={comparaison}
              ouvrir={ouvrir}
              deplies={deplies}
              basculer={basculer}
            />
          ))}
          <Methode methode={bilan.methode} />
        </div>
        <aside className={styles.cote} aria-label="En images">
          <Versions id={id} emissions={emissions} />
          <Images bilan={bilan} comparaison={comparaison} ouvrir={ouvrir} />
          <Temoignages id={id} choisis={temoignages} />
        </aside>
      </div>
      <TiroirChiffre
        detail={detail}
        periode={periode}
        filtres={filtres}
        conventionId={convention?.id ?? null}
        changer={changer}
        fermer={fermer}
      />
    </div>
  );
}

/** A heading of the bilan: its figures, then its words. */
function Partie(props: {
  id: string;
  section: SectionBilan;
  comparaison: Comparaison | null;
  ouvrir: Ouvrir;
  deplies: ReadonlySet<string>;
  basculer: (code: string) => void;
}) {
  const { id, section, comparaison, ouvrir, deplies, basculer } = props;
  const { titre, lignes, consigne, texte } = section;
  return (
    <Carte
      titre={insecables(titre)}
      suite={lignes.length > 1 ? accorder(lignes.length, 'chiffre') : undefined}
      sansMarge
    >
      {lignes.length > 0 ? (
        <Lignes label={titre}>
          {lignes.map((ligne) => (
            <LigneChiffre
              key={ligne.code}
              ligne={ligne}
              comparaison={comparaison}
              ouvrir={ouvrir}
              deplie={deplies.has(ligne.code)}
              deplier={() => basculer(ligne.code)}
            />
          ))}
        </Lignes>
      ) : null}
      {consigne !== '' || texte !== '' || lignes.length === 0 ? (
        <TexteSection id={id} section={section} />
      ) : null}
    </Carte>
  );
}
