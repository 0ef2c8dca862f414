import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconChevronDown, IconChevronRight, IconPlus, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { changerSection, deplacer, type SectionProfil } from '../../../shared/bilans/edition-profil.ts';
import type { ProfilContenu } from '../../../shared/bilans/profil.ts';
import { accorder, insecables } from '../../../shared/format.ts';
import type { Apercu } from './apercu.ts';
import { ChoixIndicateurs } from './choix-indicateurs.tsx';
import type { Modifier } from './editeur.tsx';
import { FigureEditee } from './figure-editee.tsx';
import { Ordre } from './ordre.tsx';
import styles from './profils.module.css';

/** A part of a profile: its place, and once unfolded its heading, what is to be written in it, its figures. */
export function SectionEditee(props: {
  section: SectionProfil;
  rang: number;
  contenu: ProfilContenu;
  form: UseFormReturnType<Record<string, unknown>>;
  apercu: Apercu;
  ouverte: boolean;
  basculer: () => void;
  modifier: Modifier;
  deplacer: (vers: number) => void;
  retirer: () => void;
}) {
  const { section, rang, contenu, form, apercu, modifier } = props;
  const { titre, indicateurs } = section;
  const chemin = `contenu.sections.${rang}`;
  const corps = useId();
  const [choisir, setChoisir] = useState(false);
  // A refused field is never folded away.
  const ouverte = props.ouverte || Object.keys(form.errors).some((champ) => champ.startsWith(`${chemin}.`));
  const Chevron = ouverte ? IconChevronDown : IconChevronRight;
  const nom = titre || 'Partie sans titre';
  const changer = (comment: (section: SectionProfil) => SectionProfil) =>
    modifier((avant) => changerSection(avant, rang, comment));
  return (
    <section className={styles.section} aria-label={nom}>
      <div className={styles.sectionTete}>
        <h2>
          <button type="button" aria-expanded={ouverte} aria-controls={corps} onClick={props.basculer}>
            <Chevron size={17} stroke={1.8} aria-hidden />
            <span>{insecables(nom)}</span>
          </button>
        </h2>
        <span className={styles.taille}>
          {indicateurs.length === 0 ? 'texte seul' : accorder(indicateurs.length, 'chiffre')}
        </span>
        <div className={styles.ordres}>
          <Ordre
            quoi={`la partie ${nom}`}
            rang={rang}
            nombre={contenu.sections.length}
            deplacer={props.deplacer}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={`Retirer la partie ${nom}`}
            title="Retirer cette partie"
            onClick={props.retirer}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      </div>
      <div id={corps} hidden={!ouverte}>
        {ouverte ? (
          <>
            <div className={styles.champs}>
              <TextInput
                label="Titre"
                withAsterisk
                maxLength={160}
                autoComplete="off"
                {...form.getInputProps(`${chemin}.titre`)}
              />
              <Textarea
                label="À écrire"
                description="Ce que cette partie attend comme texte ; vide si rien."
                autosize
                minRows={1}
                maxRows={5}
                maxLength={600}
                {...form.getInputProps(`${chemin}.consigne`)}
              />
            </div>
            {indicateurs.length > 0 ? (
              <ul className={styles.figures} aria-label={`Chiffres de ${nom}`}>
                {indicateurs.map((indicateur, place) => (
                  <FigureEditee
                    key={indicateur.code}
                    {...indicateur}
                    valeur={apercu(indicateur.code)}
                    refus={
                      form.errors[`${chemin}.indicateurs.${place}.code`] ??
                      form.errors[`${chemin}.indicateurs.${place}.axes`]
                    }
                    rang={place}
                    nombre={indicateurs.length}
                    repartir={(axes) =>
                      changer((elle) => ({
                        ...elle,
                        indicateurs: elle.indicateurs.map((sien) =>
                          sien.code === indicateur.code ? { ...sien, axes } : sien,
                        ),
                      }))
                    }
                    deplacer={(vers) =>
                      changer((elle) => ({ ...elle, indicateurs: deplacer(elle.indicateurs, place, vers) }))
                    }
                    retirer={() =>
                      changer((elle) => ({ ...elle, indicateurs: elle.indicateurs.toSpliced(place, 1) }))
                    }
                  />
                ))}
              </ul>
            ) : null}
            <div className={styles.ajout}>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconPlus size={15} stroke={1.7} />}
                onClick={() => setChoisir(true)}
              >
                Ajouter un indicateur
              </Button>
            </div>
          </>
        ) : null}
      </div>
      <ChoixIndicateurs
        ouvert={choisir}
        fermer={() => setChoisir(false)}
        section={section}
        contenu={contenu}
        changer={(codes) => changer((elle) => ({ ...elle, indicateurs: codes }))}
      />
    </section>
  );
}
