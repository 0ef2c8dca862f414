import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowsSplit2,
  IconCalendarDue,
  IconDots,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { formaterDate, formaterTaux, insecables } from '../../../shared/format.ts';
import { nommerFinanceur } from '../../../shared/formation/avertissements-financement.ts';
import type { Phase } from '../../../shared/formation/couts.ts';
import type { FinancementSession, LigneLue, MouvementLu } from '../../../shared/formation/financement.ts';
import { direPart } from '../../../shared/formation/part.ts';
import {
  ETAPE_SUIVANTE,
  type EtatLigne,
  LIBELLES_ETAT_LIGNE,
  type Mouvement,
} from '../../../shared/formation/regles-financement.ts';
import { formaterEuros } from '../../../shared/montant.ts';
import { MOUVEMENTS, PHASES_COUT } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { direEcheance } from '../../../shared/sollicitations/regles.ts';
import { useJour } from '../../app/jour.ts';
import { Carte, EtatVide, Pilule, type Ton } from '../../components/page.tsx';
import styles from './financement.module.css';
import { changerEcheance, retirerLigne } from './gestes.ts';

const TONS: Record<EtatLigne, Ton> = {
  propres: 'neutre',
  a_demander: 'ambre',
  demande: 'accent',
  accorde: 'accent',
  facture: 'accent',
  verse_en_partie: 'accent',
  solde: 'vert',
  refuse: 'brique',
};

export function PiluleEtatLigne({ etat }: { etat: EtatLigne }) {
  return <Pilule ton={TONS[etat]}>{LIBELLES_ETAT_LIGNE[etat]}</Pilule>;
}

/** The button of what usually comes next. */
const GESTES: Record<Mouvement, string> = {
  demande: 'Noter la demande',
  accorde: 'Noter l’accord',
  refuse: 'Noter le refus',
  avance: 'Noter une avance',
  facture: 'Noter la facture',
  verse: 'Noter le versement',
};

interface Gestes {
  modifier: (ligne: LigneLue) => void;
  noter: (ligne: LigneLue, genre: Mouvement) => void;
  corriger: (ligne: LigneLue, mouvement: MouvementLu) => void;
}

function Mouvements({ ligne, corriger }: { ligne: LigneLue } & Pick<Gestes, 'corriger'>) {
  if (ligne.mouvements.length === 0) return null;
  return (
    <ol className={styles.mouvements} aria-label={`Étapes : ${nommerFinanceur(ligne.organisation)}`}>
      {ligne.mouvements.map((mouvement) => (
        <li key={mouvement.id} data-genre={mouvement.genre}>
          <button type="button" title="Corriger cette étape" onClick={() => corriger(ligne, mouvement)}>
            <strong>{label(MOUVEMENTS, mouvement.genre)}</strong> {formaterEuros(mouvement.centimes)}
            <span>
              {formaterDate(mouvement.date)}
              {mouvement.reference === '' ? '' : `, ${mouvement.reference}`}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** The deadline of a line, with the gesture that says it is met. */
function Echeance({ ligne }: { ligne: LigneLue }) {
  const today = useJour();
  if (ligne.echeance === null) return null;
  const titre = ligne.echeanceObjet || `échéance de ${nommerFinanceur(ligne.organisation)}`;
  return (
    <p className={styles.echeance} data-retard={ligne.echeance < today || undefined}>
      <IconCalendarDue size={16} stroke={1.6} aria-hidden />
      <span>
        {ligne.echeanceObjet || 'Échéance'}, {formaterDate(ligne.echeance)} (
        {direEcheance(ligne.echeance, today)})
      </span>
      <Button
        size="compact-xs"
        mih={24}
        variant="default"
        aria-label={insecables(`Fait : ${titre}`)}
        onClick={() => void changerEcheance(ligne.id, titre, null)}
      >
        Fait
      </Button>
    </p>
  );
}

function UneLigne({ ligne, plusieurs, ...gestes }: { ligne: LigneLue; plusieurs: boolean } & Gestes) {
  const { organisation, part, prevu, retenu, etat, reference, aRecevoir, aRembourser } = ligne;
  const nom = nommerFinanceur(organisation);
  const suivante = ETAPE_SUIVANTE[etat];
  const base = [
    part === null ? 'montant fixé' : `${direPart(part)} du coût`,
    retenu === prevu ? '' : `prévu ${formaterEuros(prevu)}`,
    plusieurs ? `exercice ${ligne.exercice}` : '',
    reference,
  ];
  return (
    <li className={styles.ligne} aria-label={nom}>
      <div className={styles.tete}>
        <div className={styles.qui}>
          {organisation ? <Link to={`/reseau/${organisation.id}`}>{nom}</Link> : <strong>{nom}</strong>}
          <small>{base.filter(Boolean).join(' · ')}</small>
        </div>
        <PiluleEtatLigne etat={etat} />
        <strong className={styles.montant}>{formaterEuros(retenu)}</strong>
        <div className={styles.actions}>
          {suivante ? (
            <Button
              size="xs"
              variant="default"
              aria-label={insecables(`${GESTES[suivante]} : ${nom}`)}
              onClick={() => gestes.noter(ligne, suivante)}
            >
              {GESTES[suivante]}
            </Button>
          ) : null}
          <Menu position="bottom-end" width={220}>
            <Menu.Target>
              <ActionIcon variant="default" size={30} aria-label={insecables(`Autres gestes : ${nom}`)}>
                <IconDots size={17} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {organisation
                ? MOUVEMENTS.valeurs
                    .filter(({ code }) => code !== suivante)
                    .map(({ code }) => (
                      <Menu.Item key={code} onClick={() => gestes.noter(ligne, code)}>
                        {GESTES[code]}
                      </Menu.Item>
                    ))
                : null}
              {organisation ? <Menu.Divider /> : null}
              <Menu.Item
                leftSection={<IconPencil size={16} stroke={1.6} />}
                onClick={() => gestes.modifier(ligne)}
              >
                Modifier
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash size={16} stroke={1.6} />}
                onClick={() => void retirerLigne(ligne)}
              >
                Retirer
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      <Mouvements ligne={ligne} corriger={gestes.corriger} />
      {aRecevoir > 0 || aRembourser > 0 ? (
        <p className={styles.attendu}>
          {[
            aRecevoir > 0 && `Reste à recevoir ${formaterEuros(aRecevoir)}`,
            aRembourser > 0 && `avance non remboursée ${formaterEuros(aRembourser)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      ) : null}
      <Echeance ligne={ligne} />
      {ligne.note === '' ? null : <p className={styles.note}>{ligne.note}</p>}
    </li>
  );
}

/** Who pays what, by phase of the cost, each line with its steps and what comes next. */
export function Lignes(
  props: {
    financement: FinancementSession;
    ajouter: () => void;
    repartir: (phase: Phase) => void;
  } & Gestes,
) {
  const { financement, ajouter, repartir, ...gestes } = props;
  const { lignes, parPhase, exercices } = financement;
  const plusieurs = new Set([...exercices, ...lignes.map(({ exercice }) => exercice)]).size > 1;
  const boutons = (
    <div className={styles.boutons}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowsSplit2 size={15} stroke={1.7} />}
        onClick={() => repartir('pedagogique')}
      >
        Répartir
      </Button>
      <Button size="xs" variant="default" leftSection={<IconPlus size={15} stroke={1.7} />} onClick={ajouter}>
        Ajouter un financement
      </Button>
    </div>
  );
  return (
    <Carte titre="Financements" sansMarge suite={lignes.length > 0 ? boutons : undefined}>
      {lignes.length === 0 ? (
        <EtatVide titre="Qui paie cette session ?" actions={boutons}>
          Un seul geste répartit le coût entre vos financeurs, 70 % et 30 % ou par tiers ; une ligne à la fois
          dit le reste. Les montants suivent le coût.
        </EtatVide>
      ) : (
        PHASES_COUT.valeurs.map(({ code }) => {
          const celles = lignes.filter(({ phase }) => phase === code);
          const bouclage = parPhase.find(({ phase }) => phase === code);
          if (celles.length === 0 && (bouclage?.cout ?? 0) === 0) return null;
          const couvert = (bouclage?.financeurs ?? 0) + (bouclage?.propres ?? 0);
          return (
            <section key={code} className={styles.phase} aria-label={label(PHASES_COUT, code)}>
              <h3>
                {label(PHASES_COUT, code)}
                <span>
                  {formaterEuros(couvert)} sur {formaterEuros(bouclage?.cout ?? 0)}
                  {bouclage && bouclage.cout > 0 ? `, ${formaterTaux(couvert, bouclage.cout)}` : ''}
                </span>
              </h3>
              {celles.length === 0 ? (
                <p className={styles.sansLigne}>
                  Personne ne paie ce poste.{' '}
                  <Button
                    size="compact-xs"
                    mih={24}
                    variant="subtle"
                    aria-label={insecables(`Répartir : ${label(PHASES_COUT, code)}`)}
                    onClick={() => repartir(code)}
                  >
                    Répartir
                  </Button>
                </p>
              ) : (
                <ul className={styles.lignes}>
                  {celles.map((ligne) => (
                    <UneLigne key={ligne.id} ligne={ligne} plusieurs={plusieurs} {...gestes} />
                  ))}
                </ul>
              )}
            </section>
          );
        })
      )}
    </Carte>
  );
}
