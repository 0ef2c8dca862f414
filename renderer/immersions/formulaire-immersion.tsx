import { ActionIcon, Button, Menu } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconDeviceFloppy, IconDots, IconFileCheck, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import type { Sortie } from '../../shared/contrat.ts';
import { dateLocale } from '../../shared/dates.ts';
import { insecables, nomCourt } from '../../shared/format.ts';
import { controler } from '../../shared/immersions/regles.ts';
import type { MetierConnu, Reprise } from '../../shared/immersions/reprise.ts';
import type { Controle, ImmersionFiche, Parties } from '../../shared/immersions/schema.ts';
import { MODES_CONTRAT, OBJETS } from '../../shared/nomenclatures/immersions.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import type { Parametres } from '../../shared/parametres/schema.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { ApercuDocument, type Imprimable } from '../components/apercu-document.tsx';
import { GardeSaisie, useFormulaire } from '../components/formulaire.tsx';
import { Pilule, TetePage } from '../components/page.tsx';
import papiers from '../papiers/papiers.module.css';
import { useApercu } from './apercu.ts';
import { BrouillonOffert, useBrouillon } from './brouillon-immersion.tsx';
import { CarteCadre } from './champs-cadre.tsx';
import { CarteContenu } from './champs-contenu.tsx';
import { CarteEntretien } from './champs-entretien.tsx';
import { CartePeriode } from './champs-periode.tsx';
import { CartePersonnes } from './champs-personnes.tsx';
import { CarteSecurite } from './champs-securite.tsx';
import { Controles } from './controles.tsx';
import formulaire from './formulaire.module.css';
import styles from './immersions.module.css';
import { OngletsImmersion } from './onglets.tsx';
import { ToutReprises } from './reprises.tsx';
import { type Form, type Saisie, saisieControlee, saisieGardee } from './saisie.ts';

const AUCUNE: Parties = { salarie: null, organisation: null };

/** The people chosen in the form; those of the choice before are forgotten at once. */
function useParties({ salarieId, organisationId }: Saisie): Parties {
  const { data = AUCUNE } = useLecture(
    'immersions.parties',
    { salarieId, organisationId },
    { garderPrecedent: true },
  );
  return useMemo(
    () => ({
      salarie: data.salarie?.id === salarieId ? data.salarie : null,
      organisation: data.organisation?.id === organisationId ? data.organisation : null,
    }),
    [data, salarieId, organisationId],
  );
}

const AUCUN_SEUIL: Sortie<'parametres.seuils'> = [];

function useControles(
  id: string | null,
  saisie: Saisie,
  parties: Parties,
  parametres: Parametres,
): Controle[] {
  const { data: seuils = AUCUN_SEUIL } = useLecture('parametres.seuils', {});
  return controler({
    today: dateLocale(new Date()),
    immersionId: id,
    statut: 'brouillon',
    seuils,
    signatures: [],
    saisie: saisieControlee(saisie),
    ...parties,
    structure: parametres.structure,
    referent: parametres.membres.find((membre) => membre.id === saisie.referentId) ?? null,
  });
}

/** Puts the keyboard where a check points. */
function allerAuChamp(champ: string): void {
  const nom = CSS.escape(champ);
  // A group of choices also carries the path, and cannot take the keyboard: the path comes last.
  const cible =
    document.querySelector<HTMLElement>(
      `[name="${nom}"], [data-champ="${nom}"] :is(input, textarea, button):not(:disabled)`,
    ) ?? document.querySelector<HTMLElement>(`[data-path="${nom}"]`);
  cible
    ?.closest('[data-pli]')
    ?.querySelector<HTMLButtonElement>(':scope > button[aria-expanded="false"]')
    ?.click();
  // Once what was folded is drawn.
  requestAnimationFrame(() => {
    cible?.scrollIntoView({ block: 'center' });
    cible?.focus({ preventScroll: true });
  });
}

async function supprimer(id: string): Promise<void> {
  await appeler('immersions.archive', { id });
  annoncerAnnulable('Le brouillon est supprimé.', () => appeler('immersions.restore', { id }));
}

interface Brouillon {
  id: string | null;
  numero: string;
  depart: Saisie;
  parametres: Parametres;
  /** What `depart` holds of earlier conventions. */
  reprises?: Reprise[];
}

const SANS_METIER: MetierConnu[] = [];
const SANS_REPRISE: Reprise[] = [];

/** A draft, new (`id` null) or saved: the form, its checks as it is typed, and the sheet it makes. */
export function FormulaireImmersion(brouillon: Brouillon) {
  const { salarieId, organisationId, renouvelleId } = brouillon.depart;
  const origine = useLecture('immersions.get', { id: renouvelleId ?? '' }, { actif: renouvelleId !== null });
  const parties = useLecture('immersions.parties', { salarieId, organisationId }, { garderPrecedent: true });
  // Without its people a complete draft would be checked as incomplete, and refused to a quick hand.
  if (!parties.data || (renouvelleId !== null && !origine.data)) return null;
  return <Formulaire {...brouillon} origine={origine.data ?? null} />;
}

function Formulaire(props: Brouillon & { origine: ImmersionFiche | null }) {
  const { id, parametres, origine } = props;
  const naviguer = useNavigate();
  const feuille = useRef<Imprimable>(null);
  /** What to do once saved: make it ready to sign, or nothing more. */
  const ensuite = useRef<'emettre' | null>(null);
  const [emission, setEmission] = useState(false);
  const [reprises, setReprises] = useState(props.reprises ?? SANS_REPRISE);
  const [accueilOuvert, setAccueilOuvert] = useState(
    props.depart.organisationId !== null &&
      Object.values(props.depart.accueil).some((valeur) => valeur === ''),
  );

  async function emettre(immersionId: string) {
    setEmission(true);
    try {
      await appeler('immersions.issue', { id: immersionId });
      notifications.show({ message: 'La convention est prête : imprimez-la ou enregistrez son PDF.' });
    } catch (erreur) {
      annoncerRefus(erreur);
    } finally {
      setEmission(false);
    }
  }

  const { form, envoyer, enCours, refus } = useFormulaire(
    id === null ? 'immersions.create' : 'immersions.update',
    (id === null ? props.depart : { id, ...props.depart }) as never,
    async ({ id: immersionId }) => {
      if (ensuite.current === 'emettre') await emettre(immersionId);
      else notifications.show({ message: 'Le brouillon est enregistré.' });
      if (id === null) naviguer(`/immersions/${immersionId}`, { replace: true });
    },
  ) as unknown as { form: Form; envoyer: () => Promise<void>; enCours: boolean; refus: string | null };

  const saisie = form.values;
  const parties = useParties(saisie);
  const controles = useControles(id, saisie, parties, parametres);
  const premier = controles.find(({ niveau }) => niveau === 'bloquant');
  const adresse = useApercu(id, saisie, parties);
  const { salarieId, organisationId } = saisie;
  const amorce = useLecture('immersions.prefill', { salarieId, organisationId }, { garderPrecedent: true });
  const brouillon = useBrouillon(id, saisie, form.isDirty());

  function allerA(champ: string) {
    if (champ.startsWith('accueil.')) flushSync(() => setAccueilOuvert(true));
    allerAuChamp(champ === 'lieu' && saisie.lieu === '' ? 'accueil.adresse' : champ);
  }
  async function enregistrer(puis: 'emettre' | null) {
    ensuite.current = puis;
    await envoyer();
  }

  /** Another tab shows what is saved: what was typed is saved first, and stays here when it is refused. */
  async function enregistrerSiModifie(): Promise<boolean> {
    if (form.isDirty()) await enregistrer(null);
    return !form.isDirty();
  }

  useHotkeys([['mod+S', () => void enregistrer(null)]], []);

  const titre = [
    parties.salarie && nomCourt(parties.salarie.prenom, parties.salarie.nom),
    parties.organisation?.nom,
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <>
      <GardeSaisie modifie={form.isDirty()} />
      <TetePage
        titre={titre || 'Nouvelle immersion'}
        fil={[{ label: 'Immersions', vers: '/immersions' }]}
        pilules={
          <>
            <Pilule ton="accent">{props.numero ? `Brouillon ${props.numero}` : 'Brouillon'}</Pilule>
            {saisie.renouvelleId !== null && <Pilule ton="ambre">Renouvellement</Pilule>}
            {saisie.objet && <Pilule>{label(OBJETS, saisie.objet)}</Pilule>}
            {saisie.modeContrat && <Pilule>{label(MODES_CONTRAT, saisie.modeContrat)}</Pilule>}
          </>
        }
        actions={
          <>
            {id !== null && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon variant="default" size={36} aria-label="Autres actions">
                    <IconDots size={17} stroke={1.6} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item
                    leftSection={<IconTrash size={16} stroke={1.6} />}
                    onClick={() => {
                      flushSync(() => form.resetDirty());
                      supprimer(id).then(() => naviguer('/immersions'), annoncerRefus);
                    }}
                  >
                    Supprimer le brouillon
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
            <Button
              variant="default"
              leftSection={<IconPrinter size={17} stroke={1.6} />}
              onClick={() => feuille.current?.imprimer()}
            >
              Imprimer
            </Button>
            <Button
              variant="default"
              leftSection={<IconDeviceFloppy size={17} stroke={1.6} />}
              loading={enCours && !emission}
              title="Ctrl S"
              aria-keyshortcuts="Control+S"
              onClick={() => void enregistrer(null)}
            >
              Enregistrer
            </Button>
            <Button
              leftSection={<IconFileCheck size={17} stroke={1.6} />}
              loading={emission}
              className={formulaire.prete}
              data-disabled={premier ? true : undefined}
              aria-describedby={premier ? 'pourquoi-pas-prete' : undefined}
              onClick={() => (premier ? allerA(premier.champ ?? '') : void enregistrer('emettre'))}
            >
              Prête à signer
            </Button>
            {premier && (
              <span id="pourquoi-pas-prete" className="visuellement-cache">
                Il reste à corriger : {premier.titre}.
              </span>
            )}
          </>
        }
      />
      {id !== null && <OngletsImmersion id={id} brouillon avant={enregistrerSiModifie} />}
      <form
        noValidate
        className={origine ? `${styles.ecran} ${formulaire.renouvelle}` : styles.ecran}
        onSubmit={(evenement) => {
          evenement.preventDefault();
          void enregistrer(null);
        }}
      >
        <div className={styles.gauche}>
          {refus && (
            <p className={styles.refus} role="alert">
              {refus}
            </p>
          )}
          {brouillon.offert && (
            <BrouillonOffert
              brouillon={brouillon.offert}
              id={id}
              oublier={brouillon.oublier}
              reprendre={() => {
                if (brouillon.offert) form.setValues(saisieGardee(brouillon.offert));
                brouillon.repris();
              }}
            />
          )}
          {origine && (
            <p className={formulaire.reprises}>
              <span>
                {insecables(
                  `Renouvellement de la convention ${origine.numero} : même objet, mêmes objectifs. Vous n’avez à dire que les dates, les horaires et la raison.`,
                )}
              </span>
            </p>
          )}
          <ToutReprises form={form} reprises={reprises} />
          <CartePersonnes
            form={form}
            parties={parties}
            reprises={reprises}
            poserReprises={setReprises}
            accueilOuvert={accueilOuvert}
            ouvrirAccueil={setAccueilOuvert}
            origine={origine}
          />
          <CarteEntretien form={form} origine={origine} />
          <CarteContenu
            form={form}
            organisation={parties.organisation}
            reprises={reprises}
            metiers={amorce.data?.metiers ?? SANS_METIER}
            origine={origine}
          />
          <CartePeriode form={form} reprises={reprises} origine={origine} />
          <CarteSecurite form={form} reprises={reprises} origine={origine} />
          <CarteCadre
            form={form}
            parties={parties}
            parametres={parametres}
            reprises={reprises}
            origine={origine}
          />
          {/* Enter in a one-line field saves, as everywhere. */}
          <button type="submit" hidden />
        </div>
        <section
          className={`${styles.droite} ${styles.suivi}`}
          aria-label="Contrôles et convention"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on its own, so the keyboard must reach it.
          tabIndex={0}
        >
          <Controles controles={controles} salarieId={saisie.salarieId} allerA={allerA} />
          <div className={papiers.feuille}>
            <ApercuDocument ref={feuille} adresse={adresse} titre="Convention, telle qu’elle sera imprimée" />
          </div>
        </section>
      </form>
    </>
  );
}
