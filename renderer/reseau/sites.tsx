import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { formaterSiret, formaterTelephone } from '../../shared/format.ts';
import { chiffres } from '../../shared/normaliser.ts';
import { remarqueSiretSite } from '../../shared/reseau/regles-organisation.ts';
import type { SiteFiche } from '../../shared/reseau/schema.ts';
import { useListe } from '../app/listes.ts';
import { appeler } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { FenetreSaisie } from '../components/fenetre-saisie.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import { Telephone } from '../components/joindre.tsx';
import { ChoixPuces } from './choix-puces.tsx';
import saisie from './saisie.module.css';
import styles from './sites.module.css';

interface Porteuse {
  id: string;
  siret: string;
}

/** Adds a site to an organisation, or corrects one. */
function ModaleSite({
  organisation,
  site,
  fermer,
}: {
  organisation: Porteuse;
  /** Null: a new one. */
  site: SiteFiche | null;
  fermer: () => void;
}) {
  const { form, ...envoi } = useFormulaire(
    'reseau.saveSite',
    {
      organisationId: organisation.id,
      id: site?.id,
      nom: site?.nom ?? '',
      siret: formaterSiret(site?.siret ?? ''),
      adresse: site?.adresse ?? '',
      codePostal: site?.codePostal ?? '',
      ville: site?.ville ?? '',
      telephone: formaterTelephone(site?.telephone ?? ''),
      conditions: site?.conditions ?? [],
      note: site?.note ?? '',
    },
    fermer,
    'site',
  );
  const liste = useListe('conditions');
  const conditions = form.values.conditions ?? [];
  const remarque = remarqueSiretSite(chiffres(form.values.siret ?? ''), organisation.siret);
  return (
    <FenetreSaisie
      titre={site ? 'Modifier ce site' : 'Nouveau site'}
      taille={620}
      valider={site ? 'Enregistrer' : 'Ajouter'}
      modifie={form.isDirty()}
      fermer={fermer}
      {...envoi}
    >
      <div className={saisie.grille}>
        <TextInput
          className={saisie.entiere}
          label="Nom du site"
          placeholder="Dépôt de Gerzat, magasin, atelier…"
          withAsterisk
          data-autofocus
          {...form.getInputProps('nom')}
        />
        <TextInput label="Adresse" {...form.getInputProps('adresse')} />
        <div className={saisie.lieu}>
          <TextInput label="Code postal" inputMode="numeric" {...form.getInputProps('codePostal')} />
          <TextInput label="Ville" {...form.getInputProps('ville')} />
        </div>
        <TextInput label="Téléphone" inputMode="tel" {...form.getInputProps('telephone')} />
        <TextInput
          label="SIRET"
          inputMode="numeric"
          placeholder="123 456 789 00012"
          {...form.getInputProps('siret')}
        />
        {remarque ? (
          <p className={styles.remarque} role="status">
            <IconAlertTriangle size={15} stroke={1.8} aria-hidden />
            {remarque}
          </p>
        ) : null}
        <ChoixPuces
          legende="Conditions d’accueil ici"
          options={liste.choix(conditions)}
          value={conditions}
          onChange={(codes) => form.setFieldValue('conditions', codes)}
          error={form.errors.conditions}
          chemin="site-conditions"
        />
        <Textarea
          className={saisie.entiere}
          label="Note"
          autosize
          minRows={2}
          {...form.getInputProps('note')}
        />
      </div>
    </FenetreSaisie>
  );
}

async function retirer({ id, nom }: SiteFiche): Promise<void> {
  try {
    await appeler('reseau.archiveSite', { id });
    annoncerAnnulable(`Le site « ${nom} » est retiré.`, () => appeler('reseau.restoreSite', { id }));
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

/** Other places of an organisation, each with its way in; `vide` is said when there is none. */
export function Sites({
  organisation,
  sites,
  vide,
}: {
  organisation: Porteuse;
  sites: readonly SiteFiche[];
  vide?: string;
}) {
  const [ouvert, setOuvert] = useState<{ site: SiteFiche | null } | null>(null);
  const { libelle } = useListe('conditions');
  return (
    <>
      {sites.length > 0 ? (
        <ul className={styles.sites}>
          {sites.map((site) => (
            <li key={site.id}>
              <div className={styles.site}>
                <strong>{site.nom}</strong>
                <span className={styles.detail}>
                  {[site.adresse, [site.codePostal, site.ville].filter(Boolean).join(' ')]
                    .filter(Boolean)
                    .join(', ')}
                </span>
                {site.telephone ? <Telephone numero={site.telephone} /> : null}
                {site.conditions.length > 0 ? (
                  <span className={styles.detail}>{site.conditions.map(libelle).join(' · ')}</span>
                ) : null}
                {site.note ? <span className={styles.detail}>{site.note}</span> : null}
              </div>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={26}
                aria-label={`Modifier le site ${site.nom}`}
                onClick={() => setOuvert({ site })}
              >
                <IconPencil size={15} stroke={1.6} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={26}
                aria-label={`Retirer le site ${site.nom}`}
                onClick={() => void retirer(site)}
              >
                <IconTrash size={15} stroke={1.6} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : vide ? (
        <p className={styles.vide}>{vide}</p>
      ) : null}
      <Button
        className={styles.ajouter}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={15} />}
        onClick={() => setOuvert({ site: null })}
      >
        Ajouter un site
      </Button>
      {ouvert ? (
        <ModaleSite organisation={organisation} site={ouvert.site} fermer={() => setOuvert(null)} />
      ) : null}
    </>
  );
}
