import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconChecks, IconChevronDown } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { accorder, formaterNombre, insecables } from '../../../shared/format.ts';
import type { Action, AnalyseImport, LigneResumee } from '../../../shared/reseau/import/schema.ts';
import { useLecture } from '../../app/operations.ts';
import { EtatVide } from '../../components/page.tsx';
import { Avertissement } from './avertissement.tsx';
import { compter, type Decisions, decider, estDans, FILTRES, type Filtre } from './decisions.ts';
import styles from './importer.module.css';
import { Ligne } from './ligne.tsx';

const HAUTEUR_LIGNE = 57;

const LIBELLES: Record<Filtre, string> = {
  toutes: 'Toutes',
  nouvelle: 'Nouvelles',
  doublon: 'Doublons probables',
  rejetee: 'Rejetées',
  remarque: 'À relire',
};

const VIDES: Record<Filtre, string> = {
  toutes: 'Aucune ligne.',
  nouvelle: 'Aucune nouvelle organisation : elles sont toutes déjà connues.',
  doublon: 'Aucun doublon : rien de cette liste ne ressemble à une fiche connue.',
  rejetee: 'Aucune ligne rejetée.',
  remarque: 'Rien à relire : chaque information a trouvé sa place.',
};

function PourToutes(props: { avecDoublons: boolean; nombre: number; choisir: (action: Action) => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconChecks size={17} stroke={1.6} />}
          rightSection={<IconChevronDown size={15} stroke={1.8} />}
        >
          Décider pour toutes
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{`Pour ${props.nombre > 1 ? `les ${formaterNombre(props.nombre)} lignes affichées` : 'la ligne affichée'}`}</Menu.Label>
        {props.avecDoublons ? (
          <Menu.Item onClick={() => props.choisir('completer')}>Compléter les fiches connues</Menu.Item>
        ) : null}
        <Menu.Item onClick={() => props.choisir('creer')}>Créer une fiche</Menu.Item>
        <Menu.Item onClick={() => props.choisir('ignorer')}>Ne pas importer</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** « 57 fiches créées, 8 lignes ajoutées à une fiche… », before the import. */
function phraseBilan(bilan: ReturnType<typeof compter>): string {
  const morceaux = [
    bilan.creer > 0 && `${accorder(bilan.creer, 'fiche')} à créer`,
    bilan.completer > 0 && `${accorder(bilan.completer, 'ligne')} pour compléter une fiche`,
    bilan.ignorer > 0 && `${accorder(bilan.ignorer, 'ligne')} laissée${bilan.ignorer > 1 ? 's' : ''} de côté`,
    bilan.rejeter > 0 && accorder(bilan.rejeter, 'rejetée'),
  ].filter(Boolean);
  return `${morceaux.join(', ')}.`;
}

/** Lines whose texts are asked for together. */
const PAGE = 100;

/** Texts of the lines in sight, by number, asked for page by page: thousands at once would freeze the window. */
function useTextes(id: string, lignes: readonly LigneResumee[], premiere: number, derniere: number) {
  const numerosDe = (rang: number) => {
    const debut = rang - (rang % PAGE);
    return lignes.slice(debut, debut + PAGE).map(({ ligne }) => ligne);
  };
  const haut = useLecture('reseau.importLines', { id, lignes: numerosDe(premiere) });
  const bas = useLecture('reseau.importLines', { id, lignes: numerosDe(derniere) });
  const lues = new Map([...(haut.data ?? []), ...(bas.data ?? [])].map((lue) => [lue.ligne, lue]));
  return { lues, refus: (haut.error ?? bas.error)?.message };
}

/** The dry run: what each line would become, and the choice left to the user. Only the lines in sight exist. */
export function Lignes(props: {
  analyse: AnalyseImport;
  decisions: Decisions;
  decider: (decisions: Decisions) => void;
  revenir: () => void;
  importer: () => void;
}) {
  const { analyse, decisions } = props;
  const [filtre, setFiltre] = useState<Filtre>('toutes');
  const [ouvertes, setOuvertes] = useState<ReadonlySet<number>>(new Set());
  const defile = useRef<HTMLDivElement>(null);
  const lignes = useMemo(() => analyse.lignes.filter((ligne) => estDans(filtre, ligne)), [analyse, filtre]);
  const bilan = useMemo(() => compter(analyse.lignes, decisions), [analyse, decisions]);
  const virtuel = useVirtualizer({
    count: lignes.length,
    getScrollElement: () => defile.current,
    estimateSize: () => HAUTEUR_LIGNE,
    getItemKey: (rang) => lignes[rang]!.ligne,
    overscan: 8,
    scrollPaddingStart: 40,
    useFlushSync: false,
  });
  const visibles = virtuel.getVirtualItems();
  const { lues, refus } = useTextes(analyse.id, lignes, visibles[0]?.index ?? 0, visibles.at(-1)?.index ?? 0);
  const avant = visibles[0]?.start ?? 0;
  const apres = virtuel.getTotalSize() - (visibles.at(-1)?.end ?? 0);
  const comptes: Record<Filtre, number> = {
    toutes: analyse.totaux.lignes,
    nouvelle: analyse.totaux.nouvelles,
    doublon: analyse.totaux.doublons,
    rejetee: analyse.totaux.rejetees,
    remarque: analyse.totaux.remarques,
  };
  const decidables = lignes.filter(({ proposition }) => proposition !== null);

  function basculer(numero: number) {
    const suivantes = new Set(ouvertes);
    if (!suivantes.delete(numero)) suivantes.add(numero);
    setOuvertes(suivantes);
  }
  return (
    <>
      <div className={styles.outils}>
        <SegmentedControl
          className={styles.filtres}
          aria-label="Lignes affichées"
          value={filtre}
          onChange={(choisi) => {
            setFiltre(choisi as Filtre);
            defile.current?.scrollTo({ top: 0 });
          }}
          data={FILTRES.map((code) => ({
            value: code,
            label: `${LIBELLES[code]} ${formaterNombre(comptes[code])}`,
          }))}
        />
        {decidables.length > 0 ? (
          <PourToutes
            nombre={decidables.length}
            avecDoublons={decidables.some(({ etat }) => etat === 'doublon')}
            choisir={(action) => {
              // A new organisation has no record to complete: it keeps its own choice.
              const visees =
                action === 'completer' ? decidables.filter(({ etat }) => etat === 'doublon') : decidables;
              props.decider(decider(decisions, visees, action));
            }}
          />
        ) : null}
      </div>
      {refus ? (
        <Avertissement ton="brique" role="alert">
          {insecables(refus)}
        </Avertissement>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section ref={defile} className={styles.cadreLignes} aria-label="Lignes du fichier" tabIndex={0}>
        <table className={styles.lignes} aria-rowcount={lignes.length + 1} aria-label="Lignes du fichier">
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className={styles.colLigne}>
                Ligne
              </th>
              <th scope="col">Organisation</th>
              <th scope="col" className={styles.colVille}>
                Ville
              </th>
              <th scope="col" className={styles.colEtat}>
                Constat
              </th>
              <th scope="col" className={styles.colAction}>
                À l’import
              </th>
            </tr>
          </thead>
          {avant > 0 ? (
            <tbody aria-hidden>
              <tr style={{ height: avant }} />
            </tbody>
          ) : null}
          {visibles.map(({ index, key }) => {
            const ligne = lignes[index]!;
            return (
              <tbody key={key} data-index={index} ref={virtuel.measureElement}>
                <Ligne
                  ligne={ligne}
                  lue={lues.get(ligne.ligne)}
                  rang={index}
                  action={decisions.get(ligne.ligne) ?? ligne.proposition}
                  ouverte={ouvertes.has(ligne.ligne)}
                  basculer={basculer}
                  choisir={(action) => props.decider(decider(decisions, [ligne], action))}
                />
              </tbody>
            );
          })}
          {apres > 0 ? (
            <tbody aria-hidden>
              <tr style={{ height: apres }} />
            </tbody>
          ) : null}
        </table>
        {lignes.length === 0 ? <EtatVide titre={VIDES[filtre]} /> : null}
      </section>
      <div className={styles.pied}>
        <Button disabled={bilan.creer + bilan.completer === 0} onClick={props.importer}>
          {`Importer ${accorder(bilan.creer + bilan.completer, 'ligne')}`}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconArrowLeft size={17} stroke={1.8} />}
          onClick={props.revenir}
        >
          Revoir les colonnes
        </Button>
        <span className={styles.conseil} role="status">
          {phraseBilan(bilan)}
        </span>
      </div>
    </>
  );
}
