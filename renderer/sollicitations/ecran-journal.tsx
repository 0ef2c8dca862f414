import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { accorder } from '../../shared/format.ts';
import type { LigneHistorique } from '../../shared/sollicitations/schema.ts';
import { useGarderPlace } from '../app/defilement.ts';
import { useLecture } from '../app/operations.ts';
import { BoutonExporter } from '../components/exporter.tsx';
import { Carte, EtatVide, TetePage } from '../components/page.tsx';
import type { TableRef } from '../components/table-virtuelle.tsx';
import { BarreJournal, Vues } from './barre-journal.tsx';
import { CausesJournal } from './causes-journal.tsx';
import { CorrigerEchange } from './corriger-echange.tsx';
import { sansFiltre, useFiltresJournal } from './filtres-journal.ts';
import styles from './journal.module.css';
import { useNoter } from './noter.tsx';
import { retirerEchange } from './retirer.ts';
import { TableJournal } from './table-journal.tsx';

/** Every exchange of the structure: found, filtered, counted, corrected where it stands. */
export function EcranJournal() {
  useGarderPlace();
  const { filtres, changer, effacer } = useFiltresJournal();
  const { ouvrir } = useNoter();
  const { data: comptes } = useLecture('sollicitations.journalComptes', filtres, { garderPrecedent: true });
  const [total, setTotal] = useState<number | null>(null);
  const [corrigee, setCorrigee] = useState<LigneHistorique | null>(null);
  const table = useRef<TableRef>(null);
  const surTotal = useCallback((nombre: number) => setTotal(nombre), []);
  const vide = total === 0 && sansFiltre(filtres);
  return (
    <>
      <TetePage
        titre="Sollicitations"
        sous={
          comptes && !vide
            ? `${accorder(comptes.echanges, 'échange')}, ${accorder(comptes.organisations, 'organisation touchée', 'organisations touchées')}`
            : '\u00a0'
        }
        actions={
          vide ? undefined : (
            <BoutonExporter
              operation="sollicitations.exportJournal"
              entree={filtres}
              disabled={total === 0}
            />
          )
        }
      />
      {vide ? (
        <Carte sansMarge>
          <EtatVide
            titre="Aucun échange noté pour l’instant"
            actions={
              <Button leftSection={<IconPlus size={16} stroke={1.6} />} onClick={() => ouvrir({})}>
                Noter un premier échange
              </Button>
            }
          >
            Appels, visites, courriels, demandes reçues : tout ce que l’équipe note arrive ici, et se retrouve
            par date, par nature, par résultat ou par un mot.
          </EtatVide>
        </Carte>
      ) : (
        <>
          <Vues filtres={filtres} changer={changer} />
          <BarreJournal filtres={filtres} changer={changer} descendre={() => table.current?.entrer()} />
          <CausesJournal causes={comptes?.causes ?? []} filtres={filtres} changer={changer} />
        </>
      )}
      <div className={styles.liste} data-vide={total === 0 || undefined}>
        <TableJournal
          ref={table}
          filtres={filtres}
          surTotal={surTotal}
          gestes={{
            corriger: setCorrigee,
            retirer: ({ id }) => void retirerEchange(id),
          }}
        />
      </div>
      {total === 0 && !vide ? (
        <Carte sansMarge>
          <EtatVide
            titre="Aucun échange ne répond à ces filtres"
            actions={
              <Button variant="default" onClick={effacer}>
                Tout montrer
              </Button>
            }
          />
        </Carte>
      ) : null}
      {corrigee ? (
        <CorrigerEchange
          key={corrigee.id}
          ligne={corrigee}
          organisationId={corrigee.organisations[0]?.id ?? ''}
          fermer={() => setCorrigee(null)}
        />
      ) : null}
    </>
  );
}
