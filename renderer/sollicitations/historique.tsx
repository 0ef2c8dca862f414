import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconBell, IconCheck, IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { accorder, formaterDate } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CANAUX, NATURES, RESULTATS } from '../../shared/nomenclatures/sollicitations.ts';
import type { LigneHistorique } from '../../shared/sollicitations/schema.ts';
import { useJour } from '../app/jour.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { Carte, EtatVide, Pilule } from '../components/page.tsx';
import {
  COULEURS_NATURE,
  ICONES_CANAL,
  MarqueNature,
  NATURES_COURTES,
  nommer,
  TONS_RESULTAT,
} from './apparence.tsx';
import { CorrigerEchange } from './corriger-echange.tsx';
import { GrilleTroisAns } from './grille-trois-ans.tsx';
import styles from './historique.module.css';
import { useNoter } from './noter.tsx';

/** Exchanges shown at first, and added by each « Afficher la suite ». */
const PAGE = 30;
const SANS = 'sans';

async function retirer(id: string) {
  try {
    await appeler('sollicitations.archive', { id });
    annoncerAnnulable('Échange retiré.', () => appeler('sollicitations.restore', { id }));
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

function Qui({ ligne }: { ligne: LigneHistorique }) {
  return ligne.interlocuteurs.map((personne, rang) => (
    <span key={personne.id}>
      {rang > 0 ? ', ' : ''}
      <strong>{nommer(personne)}</strong>
      {personne.intitule ? ` · ${personne.intitule}` : ''}
    </span>
  ));
}

/** `le 02/04`, `le 02/04/2027`, `(en attente : après les élections)`. */
function direQuand({ echeance, evenement }: NonNullable<LigneHistorique['relance']>, today: string): string {
  if (echeance === null) return `(en attente : ${evenement})`;
  const jour = formaterDate(echeance);
  return `le ${echeance.slice(0, 4) === today.slice(0, 4) ? jour.slice(0, 5) : jour}`;
}

function Suite({ relance, today }: { relance: NonNullable<LigneHistorique['relance']>; today: string }) {
  if (relance.faitLe)
    return (
      <span className={styles.suiteFaite}>
        <IconCheck size={15} stroke={1.8} />
        {relance.libelle} : fait
      </span>
    );
  return (
    <span className={styles.suite}>
      <IconBell size={15} stroke={1.6} />
      {relance.libelle} {direQuand(relance, today)}
    </span>
  );
}

function Ligne(props: {
  ligne: LigneHistorique;
  organisationId: string;
  today: string;
  corriger: (ligne: LigneHistorique) => void;
}) {
  const { ligne, organisationId, today } = props;
  const Icone = ICONES_CANAL[ligne.canal] ?? IconPencil;
  const autres = ligne.organisations.filter(({ id }) => id !== organisationId);
  return (
    <li className={styles.ligne}>
      <div className={styles.quand}>
        {formaterDate(ligne.date)}
        <small>{label(CANAUX, ligne.canal)}</small>
      </div>
      <span className={styles.anneau} style={{ color: COULEURS_NATURE[ligne.nature] }}>
        <Icone size={16} stroke={1.6} />
      </span>
      <div className={styles.corps}>
        <div className={styles.tete}>
          {ligne.interlocuteurs.length > 0 ? (
            <span className={styles.qui}>
              <Qui ligne={ligne} />
            </span>
          ) : null}
          <Pilule ton={TONS_RESULTAT[ligne.resultat]}>{label(RESULTATS, ligne.resultat)}</Pilule>
          {ligne.nature ? (
            <span className={styles.nature}>
              <MarqueNature nature={ligne.nature} taille={10} /> {label(NATURES, ligne.nature)}
            </span>
          ) : null}
          {ligne.relance ? <Suite relance={ligne.relance} today={today} /> : null}
        </div>
        {ligne.texte ? <p className={styles.texte}>{ligne.texte}</p> : null}
        {autres.length > 0 ? (
          <p className={styles.avec}>
            Avec{' '}
            {autres.slice(0, 6).map(({ id, nom }, rang) => (
              <span key={id}>
                {rang > 0 ? ', ' : ''}
                <Link to={`/reseau/${id}`}>{nom}</Link>
              </span>
            ))}
            {autres.length > 6 ? ` et ${accorder(autres.length - 6, 'autre')}` : ''}
          </p>
        ) : null}
      </div>
      <span className={styles.auteur}>{ligne.auteur?.nom}</span>
      <Menu position="bottom-end" width={150}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={`Corriger ou retirer l’échange du ${formaterDate(ligne.date)}`}
          >
            <IconDots size={17} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={16} stroke={1.6} />}
            onClick={() => props.corriger(ligne)}
          >
            Corriger
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.6} />}
            onClick={() => void retirer(ligne.id)}
          >
            Retirer
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

/** Legend of the marks and filter of the history in one: each nature is a switch. */
function Legende(props: { presentes: Set<string>; choisie: string; choisir: (nature: string) => void }) {
  const natures = [
    ...NATURES.valeurs.map(({ code }) => ({
      code: code as string,
      nom: NATURES_COURTES[code],
      cle: code as string,
    })),
    ...(props.presentes.has('') ? [{ code: '', nom: 'Sans nature', cle: SANS }] : []),
  ];
  return (
    <fieldset className={styles.legende}>
      <legend className="visuellement-cache">Ne montrer qu’une nature</legend>
      {natures.map(({ code, nom, cle }) => (
        <button
          key={cle}
          type="button"
          aria-pressed={props.choisie === cle}
          disabled={!props.presentes.has(code)}
          onClick={() => props.choisir(props.choisie === cle ? '' : cle)}
        >
          <MarqueNature nature={code} /> {nom}
        </button>
      ))}
    </fieldset>
  );
}

/** The history of an organisation: three years at a glance, then each exchange, newest first. */
export function Historique({ organisationId }: { organisationId: string }) {
  const { data } = useLecture('sollicitations.ofOrganisation', { organisationId });
  const { ouvrir } = useNoter();
  const [parametres, setParametres] = useSearchParams();
  const [montrees, setMontrees] = useState(PAGE);
  const [corrigee, setCorrigee] = useState<LigneHistorique | null>(null);
  const today = useJour();
  if (!data) return null;
  const nature = parametres.get('nature') ?? '';
  const choisir = (choisie: string) =>
    setParametres(
      (actuels) => {
        if (choisie) actuels.set('nature', choisie);
        else actuels.delete('nature');
        return actuels;
      },
      { replace: true },
    );
  if (data.lignes.length === 0) {
    return (
      <Carte titre="Échanges">
        <EtatVide
          titre="Aucun échange pour l’instant"
          actions={
            <Button
              leftSection={<IconPlus size={16} stroke={1.6} />}
              onClick={() => ouvrir({ organisationId })}
            >
              Noter un premier échange
            </Button>
          }
        >
          Un appel, une visite, un courriel : quelques mots suffisent, et la suite à donner ne s’oublie plus.
        </EtatVide>
      </Carte>
    );
  }
  const lignes = nature
    ? data.lignes.filter((ligne) => ligne.nature === (nature === SANS ? '' : nature))
    : data.lignes;
  return (
    <section aria-label="Échanges">
      <Carte
        titre="Trois ans d’échanges"
        suite={
          <Legende
            presentes={new Set(data.lignes.map((ligne) => ligne.nature))}
            choisie={nature}
            choisir={choisir}
          />
        }
      >
        <GrilleTroisAns lignes={lignes} today={today} />
      </Carte>
      {lignes.length === 0 ? (
        <EtatVide
          titre="Aucun échange de cette nature"
          actions={
            <Button variant="default" onClick={() => choisir('')}>
              Montrer tous les échanges
            </Button>
          }
        />
      ) : (
        <ol className={styles.fil}>
          {lignes.slice(0, montrees).map((ligne) => (
            <Ligne
              key={ligne.id}
              ligne={ligne}
              organisationId={organisationId}
              today={today}
              corriger={setCorrigee}
            />
          ))}
        </ol>
      )}
      {lignes.length > montrees ? (
        <Button variant="default" className={styles.encore} onClick={() => setMontrees((n) => n + PAGE)}>
          Afficher la suite ({accorder(lignes.length - montrees, 'échange')})
        </Button>
      ) : null}
      {corrigee ? (
        <CorrigerEchange
          key={corrigee.id}
          ligne={corrigee}
          organisationId={organisationId}
          fermer={() => setCorrigee(null)}
        />
      ) : null}
    </section>
  );
}
