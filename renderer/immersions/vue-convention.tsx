import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { dateLocale } from '../../shared/dates.ts';
import { accorder, enPhrase, formaterDate, formaterDuree } from '../../shared/format.ts';
import type { ImmersionFiche } from '../../shared/immersions/schema.ts';
import { estSansSuite } from '../../shared/immersions/statuts.ts';
import { MODES_CONTRAT, OBJETS, ROLES_SIGNATURE } from '../../shared/nomenclatures/immersions.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { useLecture } from '../app/operations.ts';
import { Carte } from '../components/page.tsx';
import { BandeauChange } from '../papiers/bandeau-change.tsx';
import { PapierMontre, sourceDe } from '../papiers/papier-montre.tsx';
import { Controles } from './controles.tsx';
import { FenetreCorriger, FenetreRefuser } from './fenetres.tsx';
import styles from './immersions.module.css';
import { Signatures } from './signatures.tsx';
import { PiluleEtat } from './table-immersions.tsx';

/** The convention before or after this one. */
function Maillon({ maillon }: { maillon: NonNullable<ImmersionFiche['renouvelle']> }) {
  const { id, numero, debut, fin } = maillon;
  return (
    <span className={styles.maillon}>
      <Link to={`/immersions/${id}`}>{numero}</Link>
      {debut && fin && (
        <span className={styles.second}>
          du {formaterDate(debut)} au {formaterDate(fin)}
        </span>
      )}
      <PiluleEtat immersion={maillon} />
    </span>
  );
}

/** What the heading does not say: who, where and when are read there. */
function Faits({ fiche }: { fiche: ImmersionFiche }) {
  const { minutes, jours } = fiche;
  return (
    <Carte titre="La convention">
      <dl className={styles.mentions}>
        {fiche.motifAnnulation && (
          <>
            <dt>{fin(fiche)}</dt>
            <dd>{fiche.motifAnnulation}</dd>
          </>
        )}
        <dt>Responsable sur place</dt>
        <dd>{[fiche.tuteurNom, fiche.tuteurFonction].filter(Boolean).join(', ')}</dd>
        {fiche.finPrevue && (
          <>
            <dt>Dates</dt>
            <dd>
              du {formaterDate(fiche.debut)} au {formaterDate(fiche.fin)}
              <span className={styles.second}> · prévu jusqu’au {formaterDate(fiche.finPrevue)}</span>
            </dd>
            <dt>Durée effectuée</dt>
            <dd>
              {accorder(jours, 'jour')} · {formaterDuree(minutes)}
            </dd>
          </>
        )}
        <dt>Objet</dt>
        <dd>{label(OBJETS, fiche.objet)}</dd>
        <dt>Contrat de travail</dt>
        <dd>{label(MODES_CONTRAT, fiche.modeContrat)}</dd>
        {fiche.renouvelle && (
          <>
            <dt>Renouvelle</dt>
            <dd>
              <Maillon maillon={fiche.renouvelle} />
            </dd>
          </>
        )}
        {fiche.renouveleePar && (
          <>
            <dt>Renouvelée par</dt>
            <dd>
              <Maillon maillon={fiche.renouveleePar} />
            </dd>
          </>
        )}
      </dl>
    </Carte>
  );
}

/** What stopped it, or will not let it begin, and who said so. */
function fin({ statut, refuseePar, signataires }: ImmersionFiche): string {
  if (statut === 'annulee') return 'Annulée parce que';
  if (statut !== 'refusee') return 'Arrêtée parce que';
  const qui = signataires.find(({ role }) => role === refuseePar);
  if (!qui) return 'Refusée parce que';
  const qualite = enPhrase(label(ROLES_SIGNATURE, qui.role));
  return qui.nom ? `Refusée par ${qui.nom} (${qualite})` : `Refusée (${qualite})`;
}

/** An issued convention: who has signed it, what it says, and the frozen sheet. */
export function VueConvention({ fiche }: { fiche: ImmersionFiche }) {
  const { id, statut, emission, signataires } = fiche;
  const [fenetre, setFenetre] = useState<'corriger' | 'refuser' | null>(null);
  const fermer = () => setFenetre(null);
  const controles = useLecture('immersions.checks', { id });
  const papiers = useLecture('immersions.papiers', { id });
  const convention = papiers.data?.find(({ genre }) => genre === 'convention');
  const enVigueur = !estSansSuite(statut) && fiche.archivedAt === null;
  const corrigeable = statut === 'prete' || statut === 'signee';
  return (
    <div className={styles.ecran}>
      <div className={styles.gauche}>
        {enVigueur && convention?.change && (
          <BandeauChange domaine="immersions" id={id} genre="convention" objetId="">
            {corrigeable && (
              <>
                <p>
                  La convention signée vaut telle quelle. Pour la changer, corrigez-la : il faudra la signer
                  de nouveau.
                </p>
                <Button variant="default" size="compact-sm" onClick={() => setFenetre('corriger')}>
                  Corriger la convention
                </Button>
              </>
            )}
          </BandeauChange>
        )}
        {enVigueur && signataires.length > 0 && (
          <Signatures fiche={fiche} refuser={() => setFenetre('refuser')} />
        )}
        <Faits fiche={fiche} />
        {enVigueur && (
          <Controles
            controles={controles.data ?? []}
            salarieId={fiche.salarieId}
            emiseLe={emission?.emiseLe}
          />
        )}
      </div>
      {emission ? (
        <PapierMontre
          source={sourceDe('immersions', {
            id,
            genre: 'convention',
            objetId: '',
            edition: emission.edition,
            vierge: false,
          })}
          titre={`Convention ${fiche.numero}`}
          version={emission.edition}
          etat={
            <>
              Émise le {formaterDate(dateLocale(new Date(emission.emiseLe)))}
              {emission.edition > 1 && `, version ${emission.edition}`}
            </>
          }
        />
      ) : (
        <PapierMontre
          source={sourceDe('immersions', {
            id,
            genre: 'convention',
            objetId: '',
            edition: null,
            vierge: false,
          })}
          titre={`Convention ${fiche.numero}`}
          version={fiche}
          etat="Jamais émise"
        />
      )}
      <FenetreCorriger fiche={fiche} ouverte={fenetre === 'corriger'} fermer={fermer} />
      <FenetreRefuser fiche={fiche} ouverte={fenetre === 'refuser'} fermer={fermer} />
    </div>
  );
}
