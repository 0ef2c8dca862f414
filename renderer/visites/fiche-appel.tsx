import { Button, Menu, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { APPELS_TYPES, type AppelType } from '../../shared/visites/aide.ts';
import { remplir, type ValeursFusion } from '../../shared/visites/fusion.ts';
import type { Appel } from '../../shared/visites/schema.ts';
import { useLecture } from '../app/operations.ts';
import { Carte } from '../components/page.tsx';
import styles from './visites.module.css';

/** The example speaks in the name of who is using the laptop. */
function useExemple(): (type: AppelType) => Appel {
  const { data } = useLecture('parametres.get', {});
  return ({ objet, but, contribution, temps, accroche }) => ({
    objet,
    but,
    contribution,
    temps,
    accroche: remplir(accroche, {
      auteur: [data?.membreCourant?.prenom, data?.membreCourant?.nom].filter(Boolean).join(' ') || '…',
      auteur_fonction: data?.membreCourant?.fonction.toLocaleLowerCase('fr') || '…',
      structure: data?.structure?.raisonSociale || '…',
    } as ValeursFusion),
  });
}

/** What must be said before anything else, when calling: subject, aim, contribution, time. */
export function FicheAppel(props: { appel: Appel; changer: (appel: Appel) => void; imprimer: () => void }) {
  const { appel, changer } = props;
  const exemple = useExemple();
  const champ = (nom: keyof Appel) => ({
    value: appel[nom],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      changer({ ...appel, [nom]: currentTarget.value }),
  });
  return (
    <Carte
      titre="L’appel"
      suite={
        <span className={styles.outilsCarte}>
          <Menu position="bottom-end" width={290}>
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="subtle"
                rightSection={<IconChevronDown size={14} stroke={1.8} />}
              >
                Partir d’un exemple
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {APPELS_TYPES.map((type) => (
                <Menu.Item key={type.code} onClick={() => changer(exemple(type))}>
                  {type.titre}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPrinter size={15} stroke={1.6} />}
            onClick={props.imprimer}
          >
            Imprimer la fiche
          </Button>
        </span>
      }
    >
      <div className={styles.deux}>
        <TextInput label="Objet de l’appel" maxLength={600} {...champ('objet')} />
        <TextInput label="Ce que je veux obtenir" maxLength={600} {...champ('but')} />
        <TextInput label="Ce que je demande" maxLength={600} {...champ('contribution')} />
        <TextInput label="Temps nécessaire" maxLength={120} {...champ('temps')} />
      </div>
      <Textarea
        mt={12}
        label="Ce que je dis en trente secondes"
        autosize
        minRows={2}
        maxRows={10}
        maxLength={1500}
        {...champ('accroche')}
      />
    </Carte>
  );
}
