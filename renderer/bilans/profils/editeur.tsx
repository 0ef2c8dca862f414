import { Button, Checkbox, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { avecSections, deplacer, rendreSection } from '../../../shared/bilans/edition-profil.ts';
import { NOM_PROFIL_MAX, type ProfilContenu, SECTIONS_MAX } from '../../../shared/bilans/profil.ts';
import type { ProfilLu } from '../../../shared/bilans/profils.ts';
import type { Entree } from '../../../shared/contrat.ts';
import { insecables } from '../../../shared/format.ts';
import { annoncerGeste } from '../../components/annulable.tsx';
import { GardeSaisie, useFormulaire } from '../../components/formulaire.tsx';
import { Carte } from '../../components/page.tsx';
import { useAnneeApercu, useApercuProfil } from './apercu.ts';
import { FiltresProfil } from './filtres-profil.tsx';
import styles from './profils.module.css';
import { SectionEditee } from './section-editee.tsx';
import { Synthese } from './synthese.tsx';

/** One step of an edition: what the profile was, what it becomes. */
export type Modifier = (changer: (contenu: ProfilContenu) => ProfilContenu) => void;

type Saisie = Omit<Entree<'bilans.saveProfil'>, 'contenu'> & { contenu: ProfilContenu };

/** Notifications that offer to take a removal back, as long as there is something to take back on screen. */
function useAnnonces(): { annoncer: (message: string, annuler: () => void) => void; oublier: () => void } {
  const enCours = useRef(new Set<string>());
  const oublier = useCallback(() => {
    for (const cle of enCours.current) notifications.hide(cle);
    enCours.current.clear();
  }, []);
  useEffect(() => oublier, [oublier]);
  return {
    annoncer: (message, annuler) =>
      enCours.current.add(annoncerGeste(insecables(message), { label: 'Annuler', faire: annuler })),
    oublier,
  };
}

/** A profile of the structure, changed as a whole: nothing is kept before « Enregistrer ». */
export function EditeurProfil({ profil: { code, nom, origine, contenu: lu } }: { profil: ProfilLu }) {
  const initial: Saisie = { id: code, nom, origine, contenu: lu };
  const [garde, setGarde] = useState(initial);
  const { form, envoyer, enCours, refus } = useFormulaire(
    'bilans.saveProfil',
    initial,
    () => {
      setGarde(form.getValues() as Saisie);
      notifications.show({ message: 'Le profil est enregistré.' });
    },
    'profil',
  );
  const { contenu } = form.values as Saisie;
  const modifie = JSON.stringify(form.values) !== JSON.stringify(garde);
  const apercu = useApercuProfil(contenu);
  const annee = useAnneeApercu();
  const { annoncer, oublier } = useAnnonces();
  const [ouvertes, setOuvertes] = useState<ReadonlySet<string>>(
    new Set(lu.sections.slice(0, 1).map(({ code: premiere }) => premiere)),
  );
  const modifier: Modifier = (changer) => {
    // Refusals are by rank: what moves would take that of its neighbour.
    form.clearErrors();
    form.setFieldValue('contenu', changer((form.getValues() as Saisie).contenu) as never);
  };
  const basculer = (section: string) =>
    setOuvertes((avant) => {
      const apres = new Set(avant);
      if (!apres.delete(section)) apres.add(section);
      return apres;
    });
  function ajouterSection() {
    // Never that of a part taken away: the texts written under it would come back in this one.
    const nouvelle = `partie-${crypto.randomUUID().slice(0, 8)}`;
    flushSync(() => {
      modifier((avant) => ({
        ...avant,
        sections: [...avant.sections, { code: nouvelle, titre: '', consigne: '', indicateurs: [] }],
      }));
      setOuvertes((avant) => new Set(avant).add(nouvelle));
    });
    form.getInputNode(`contenu.sections.${contenu.sections.length}.titre`)?.focus();
  }
  function retirerSection(rang: number) {
    const avant = contenu;
    const section = avant.sections[rang]!;
    modifier((actuel) =>
      avecSections(
        actuel,
        actuel.sections.filter(({ code: sien }) => sien !== section.code),
      ),
    );
    annoncer(`« ${section.titre || 'Partie sans titre'} » est retirée de ce profil.`, () =>
      modifier((actuel) => rendreSection(actuel, avant, section)),
    );
  }
  const { 'data-path': chemin, error: refusSections } = form.getInputProps('contenu.sections') as {
    'data-path'?: string;
    error?: ReactNode;
  };
  return (
    <form
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void envoyer();
      }}
    >
      <GardeSaisie modifie={modifie} />
      <div className={styles.colonnes}>
        <div className={styles.sections}>
          <Carte>
            <TextInput
              label="Nom du profil"
              withAsterisk
              maxLength={NOM_PROFIL_MAX}
              autoComplete="off"
              {...form.getInputProps('nom')}
            />
            <p className={styles.apercu}>
              En face de chaque chiffre, ce qu’il vaut en {annee} avec ce profil.
            </p>
          </Carte>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend where each part has its heading. */}
          <div role="group" aria-label="Parties du profil" tabIndex={-1} data-path={chemin}>
            {refusSections ? (
              <p className={styles.refusBloc} role="alert">
                {refusSections}
              </p>
            ) : null}
            <div className={styles.sections}>
              {contenu.sections.map((section, rang) => (
                <SectionEditee
                  key={section.code}
                  section={section}
                  rang={rang}
                  contenu={contenu}
                  form={form as never}
                  apercu={apercu}
                  ouverte={ouvertes.has(section.code)}
                  basculer={() => basculer(section.code)}
                  modifier={modifier}
                  deplacer={(vers) =>
                    modifier((avant) => ({ ...avant, sections: deplacer(avant.sections, rang, vers) }))
                  }
                  retirer={() => retirerSection(rang)}
                />
              ))}
            </div>
          </div>
          {contenu.sections.length < SECTIONS_MAX ? (
            <Button
              className={styles.ajouterPartie}
              variant="default"
              leftSection={<IconPlus size={16} stroke={1.7} />}
              onClick={ajouterSection}
            >
              Ajouter une partie
            </Button>
          ) : null}
        </div>
        <div className={styles.cote}>
          <Synthese
            contenu={contenu}
            apercu={apercu}
            refus={form.errors['contenu.resume']}
            modifier={modifier}
          />
          <FiltresProfil contenu={contenu} erreurs={form.errors} modifier={modifier} />
          <Carte titre="Options">
            <div className={styles.options}>
              <Checkbox
                label="Comparer à l’année d’avant"
                description="À côté de chaque chiffre, le même un an plus tôt."
                checked={contenu.comparer}
                onChange={({ currentTarget: { checked } }) =>
                  modifier((avant) => ({ ...avant, comparer: checked }))
                }
              />
              <Checkbox
                label="Joindre l’annexe des lignes"
                description="Ce qui fait chaque chiffre, ligne à ligne, sous pseudonymes."
                checked={contenu.annexe}
                onChange={({ currentTarget: { checked } }) =>
                  modifier((avant) => ({ ...avant, annexe: checked }))
                }
              />
            </div>
          </Carte>
        </div>
      </div>
      <div className={styles.pied}>
        <Button type="submit" loading={enCours} disabled={!modifie && !enCours}>
          Enregistrer
        </Button>
        {modifie ? (
          <Button
            variant="default"
            onClick={() => {
              oublier();
              form.clearErrors();
              form.setValues(garde as never);
            }}
          >
            Annuler les changements
          </Button>
        ) : null}
        <span className={styles.refus} role="alert">
          {modifie ? refus : null}
        </span>
      </div>
    </form>
  );
}
