import { Button } from '@mantine/core';
import { IconPlus, IconUserCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { demandesSansSuite, filDe, filtrer, type Maillon } from '../../shared/sollicitations/fil.ts';
import { useJour } from '../app/jour.ts';
import { useLecture } from '../app/operations.ts';
import { Carte, EtatVide } from '../components/page.tsx';
import { CorrigerEchange } from './corriger-echange.tsx';
import { FilProgressif } from './fil-progressif.tsx';
import { BarreFil, Legende, useFiltresFil } from './filtres-fil.tsx';
import { GrilleTroisAns } from './grille-trois-ans.tsx';
import type { Vue } from './maillon.tsx';
import { ModaleEmbauche } from './modale-embauche.tsx';
import { useNoter } from './noter.tsx';
import { retirer } from './retirer.ts';

function HistoireVide({ organisationId, embaucher }: { organisationId: string; embaucher: () => void }) {
  const { ouvrir } = useNoter();
  return (
    <Carte titre="Échanges">
      <EtatVide
        titre="Aucun échange pour l’instant"
        actions={
          <>
            <Button
              leftSection={<IconPlus size={16} stroke={1.6} />}
              onClick={() => ouvrir({ organisationId })}
            >
              Noter un premier échange
            </Button>
            <Button variant="default" onClick={embaucher}>
              Noter une embauche
            </Button>
          </>
        }
      >
        Un appel, une visite, un courriel : quelques mots suffisent, et la suite à donner ne s’oublie plus.
      </EtatVide>
    </Carte>
  );
}

/** The history of an organisation: three years at a glance, then each line, newest first. */
export function Historique({ organisationId }: { organisationId: string }) {
  const { data } = useLecture('sollicitations.ofOrganisation', { organisationId });
  const today = useJour();
  const [adresse, setAdresse] = useSearchParams();
  const { filtres, actifs, changer, effacer } = useFiltresFil();
  const [corrige, setCorrige] = useState<Maillon | null>(null);
  const [aNoter, setANoter] = useState(false);
  /** A link asks for the hire that an exchange announced. */
  const demandee = adresse.get('embauche');
  const fil = useMemo(() => (data ? filDe(data) : []), [data]);
  const oubliees = useMemo(
    () => (data ? demandesSansSuite(data.lignes, today) : new Set<string>()),
    [data, today],
  );
  if (!data) return null;
  const retenus = filtrer(fil, filtres, oubliees);
  const sansQuand = filtrer(fil, { ...filtres, quand: '' }, oubliees);
  const vue: Vue = {
    organisationId,
    today,
    corriger: (maillon) => {
      if (maillon.sorte === 'echange' || maillon.sorte === 'embauche') setCorrige(maillon);
    },
    retirer: (maillon) => void retirer(maillon),
  };
  return (
    <section aria-label="Historique">
      {fil.length === 0 ? (
        <HistoireVide organisationId={organisationId} embaucher={() => setANoter(true)} />
      ) : (
        <>
          <Carte
            titre="Trois ans d’échanges"
            suite={
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconUserCheck size={15} stroke={1.6} />}
                onClick={() => setANoter(true)}
              >
                Noter une embauche
              </Button>
            }
          >
            <Legende fil={fil} quoi={filtres.quoi} changer={changer} />
            <GrilleTroisAns
              fil={sansQuand}
              today={today}
              quand={filtres.quand}
              choisir={(quand) => changer({ quand })}
            />
          </Carte>
          <BarreFil
            fil={fil}
            retenus={retenus.length}
            filtres={filtres}
            actifs={actifs}
            changer={changer}
            effacer={effacer}
          />
          {retenus.length === 0 ? (
            <EtatVide
              titre="Aucune ligne ne répond à ces filtres"
              actions={
                <Button variant="default" onClick={effacer}>
                  Tout montrer
                </Button>
              }
            />
          ) : (
            <FilProgressif
              key={JSON.stringify(filtres)}
              maillons={retenus}
              vue={vue}
              vise={adresse.get('echange')}
              deplie={actifs}
            />
          )}
        </>
      )}
      {corrige?.sorte === 'echange' ? (
        <CorrigerEchange
          key={corrige.id}
          ligne={corrige.echange}
          organisationId={organisationId}
          fermer={() => setCorrige(null)}
        />
      ) : null}
      {corrige?.sorte === 'embauche' || aNoter || demandee !== null ? (
        <ModaleEmbauche
          organisationId={organisationId}
          embauche={corrige?.sorte === 'embauche' ? corrige.embauche : null}
          sollicitationId={demandee}
          today={today}
          fermer={() => {
            setCorrige(null);
            setANoter(false);
            if (demandee === null) return;
            setAdresse(
              (actuelle) => {
                actuelle.delete('embauche');
                return actuelle;
              },
              { replace: true },
            );
          }}
        />
      ) : null}
    </section>
  );
}
