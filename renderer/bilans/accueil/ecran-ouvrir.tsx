import { Button, Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import type { Entree } from '../../../shared/contrat.ts';
import { appeler, ErreurOperation } from '../../app/operations.ts';
import { Carte, EtatVide, TetePage } from '../../components/page.tsx';

/** The way in from a convention or a deadline: opens the bilan there is, or makes it, then gives way to it. */
export function EcranOuvrir() {
  const [adresse] = useSearchParams();
  const profil = adresse.get('profil') ?? '';
  const debut = adresse.get('debut') ?? '';
  const fin = adresse.get('fin') ?? '';
  const convention = adresse.get('convention') || null;
  const [ouvert, setOuvert] = useState<string | null>(null);
  const [refus, setRefus] = useState<string | null>(null);
  const complete = profil !== '' && debut !== '' && fin !== '';
  useEffect(() => {
    if (!complete) return;
    const entree: Entree<'bilans.ouvrir'> = { profil, debut, fin, conventionId: convention };
    appeler('bilans.ouvrir', entree).then(
      ({ id }) => setOuvert(id),
      (erreur) => {
        if (!(erreur instanceof ErreurOperation)) throw erreur;
        const [premier] = Object.values(erreur.enveloppe.champs ?? {});
        setRefus(premier ?? erreur.message);
      },
    );
  }, [complete, profil, debut, fin, convention]);
  // Something is missing: asked in the window, with what is known filled in.
  if (!complete) return <Navigate to={`/bilans?nouveau&${adresse}`} replace />;
  if (ouvert !== null) return <Navigate to={`/bilans/${ouvert}`} replace />;
  return (
    <>
      <TetePage titre="Préparer le bilan" fil={[{ label: 'Bilans', vers: '/bilans' }]} />
      {refus === null ? (
        <Skeleton height={420} radius={10} />
      ) : (
        <Carte>
          <EtatVide
            titre="Ce bilan ne peut pas être ouvert"
            actions={
              <Button component={Link} to="/bilans?nouveau" variant="default">
                Choisir un profil et une période
              </Button>
            }
          >
            {refus}
          </EtatVide>
        </Carte>
      )}
    </>
  );
}
