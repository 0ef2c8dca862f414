import { Autocomplete } from '@mantine/core';
import type { MetierConnu } from '../../shared/immersions/reprise.ts';
import { chercher } from '../../shared/nomenclatures/recherche.ts';
import { ROME_COURANTE } from '../../shared/nomenclatures/references.ts';
import { normaliser } from '../../shared/normaliser.ts';
import { lireRome, useReference } from '../reseau/reference.ts';
import type { Form } from './saisie.ts';

interface Option {
  /** As listed, and as the field hands it out when it is chosen. */
  value: string;
  code: string;
  version: string;
  libelle: string;
}

const versOption = ({ code, version, libelle }: Omit<Option, 'value'>): Option => ({
  value: [code, libelle].filter(Boolean).join(' '),
  code,
  version,
  libelle,
});

const SOURCES = [
  { source: 'accueil', group: 'Chez cet accueil' },
  { source: 'salarie', group: 'Déjà exercés par la personne' },
] as const;

/**
 * One métier: what the host or the person already did comes first, then the ROME. A choice keeps its code and its version;
 * words of one's own have none.
 */
export function ChampMetierImmersion(props: { form: Form; metiers: readonly MetierConnu[]; fige: boolean }) {
  const { form, metiers } = props;
  const { metier, romeCode, romeVersion } = form.values;
  const rome = useReference(lireRome);
  const cherchee = normaliser(metier);
  const connus = metiers.filter(
    ({ code, libelle }) =>
      cherchee === '' || romeCode !== '' || normaliser(`${code} ${libelle}`).includes(cherchee),
  );
  const dejaDits = new Set(connus.map(({ code }) => code));
  const trouves =
    rome && cherchee !== '' && romeCode === ''
      ? chercher(rome.METIERS, metier.trim(), 12).filter(({ code }) => !dejaDits.has(code))
      : [];
  const groupes = [
    ...SOURCES.map(({ source, group }) => ({
      group,
      options: connus.filter((connu) => connu.source === source).map(versOption),
    })),
    {
      group: 'Répertoire ROME',
      options: trouves.map(({ code, label }) => versOption({ code, version: ROME_COURANTE, libelle: label })),
    },
  ].filter(({ options }) => options.length > 0);
  const { onChange: _, value: __, ...champ } = form.getInputProps('metier');

  function ecrire(texte: string) {
    const choisi = groupes.flatMap(({ options }) => options).find(({ value }) => value === texte);
    form.setValues(
      choisi
        ? { metier: choisi.libelle, romeCode: choisi.code, romeVersion: choisi.version }
        : { metier: texte, romeCode: '', romeVersion: '' },
    );
    form.clearFieldError('metier');
  }

  return (
    <Autocomplete
      {...champ}
      name="metier"
      label="Métier"
      placeholder="Jardinier, cuisine, A1203…"
      autoComplete="off"
      maxLength={200}
      disabled={props.fige}
      value={metier}
      onChange={ecrire}
      data={groupes.map(({ group, options }) => ({ group, items: options.map(({ value }) => value) }))}
      // Already searched, in more words than the label holds.
      filter={({ options }) => options}
      maxDropdownHeight={320}
      description={
        romeCode
          ? `${romeCode} · ROME ${romeVersion === 'v3' ? 'v3' : '4.0'}`
          : metier !== '' && !/^[A-N]\d{4}\b/.test(metier) && 'Sans code ROME'
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}
