import { Radio, Select, TextInput } from '@mantine/core';
import { memo } from 'react';
import { ageAu, estDateCivile } from '../../shared/dates.ts';
import { prescriptionDe } from '../../shared/immersions/prescription.ts';
import type { Reprise } from '../../shared/immersions/reprise.ts';
import type { ImmersionFiche, Parties } from '../../shared/immersions/schema.ts';
import { MODES_CONTRAT } from '../../shared/nomenclatures/immersions.ts';
import type { Parametres } from '../../shared/parametres/schema.ts';
import { Carte } from '../components/page.tsx';
import { Plis, SectionPliee } from '../components/section-pliee.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import formulaire from './formulaire.module.css';
import styles from './immersions.module.css';
import { MentionReprise } from './reprises.tsx';
import { champ, type Form, memesChamps } from './saisie.ts';

/** Who signs in which capacity, by kind of structure. */
const ROLES = {
  structure:
    'Votre structure prescrit, accompagne et emploie : elle signe la convention dans chacune de ces qualités.',
  externe:
    'Une ETTI accompagne et emploie, mais ne prescrit pas : France Travail, la mission locale ou Cap emploi prescrit et signe aussi.',
  a_verifier:
    'Votre structure accompagne la personne ; demandez à votre DDETS qui prescrit pour une EITI, avant de signer.',
} as const;

/** What each mode means for the pay and for an accident. */
function direMode(code: string, externe: boolean): string {
  if (code === 'maintenu')
    return 'La paie continue. En cas d’accident, votre structure, employeur, est responsable et déclare.';
  return externe
    ? 'Pas de salaire pendant l’immersion. En cas d’accident, le prescripteur est responsable et déclare.'
    : 'Pas de salaire pendant l’immersion. En cas d’accident, votre structure, prescripteur, est responsable, déclare, et cotise sur les heures faites.';
}

interface Props {
  form: Form;
  parties: Parties;
  parametres: Parametres;
  reprises: readonly Reprise[];
  origine: ImmersionFiche | null;
}

function Prescripteur({ form, reprises, origine }: Omit<Props, 'parties' | 'parametres'>) {
  return (
    <>
      <TextInput
        label="Prescripteur"
        placeholder="France Travail, mission locale…"
        withAsterisk
        maxLength={200}
        {...champ(form, 'prescripteurNom', origine)}
      />
      <TextInput
        label="Qui signe pour lui"
        placeholder="Nom et fonction"
        maxLength={200}
        {...champ(form, 'prescripteurReferent', origine)}
      />
      <div className={styles.pleine}>
        <TextInput
          label="Adresse du prescripteur"
          withAsterisk
          maxLength={400}
          {...champ(form, 'prescripteurAdresse', origine)}
        />
        <MentionReprise form={form} reprises={reprises} groupe="prescripteur" />
      </div>
    </>
  );
}

function Cadre({ form, parties, parametres, reprises, origine }: Props) {
  const { representantLegal, lieu, debut, siteId } = form.values;
  const prescription = prescriptionDe(parametres.structure?.genre);
  const externe = prescription === 'externe';
  const mineur =
    parties.salarie !== null &&
    debut !== null &&
    estDateCivile(debut) &&
    ageAu(parties.salarie.naissance, debut) < 18;
  return (
    <Carte titre="Qui suit, et dans quel cadre">
      <p className={formulaire.roles}>{ROLES[prescription]}</p>
      <div className={styles.champs}>
        {externe && <Prescripteur form={form} reprises={reprises} origine={origine} />}
        <div>
          <Select
            label="Référent dans votre structure"
            data={parametres.membres.map((membre) => ({
              value: membre.id,
              label: [nomComplet(membre), membre.fonction].filter(Boolean).join(', '),
            }))}
            {...champ(form, 'referentId')}
          />
          {reprises.some(({ groupe, origine: source }) => groupe === 'referent' && source !== null) && (
            <MentionReprise form={form} reprises={reprises} groupe="referent" />
          )}
        </div>
        <TextInput
          label="N° de convention Immersion Facilitée"
          placeholder="Une fois déposée"
          maxLength={60}
          {...champ(form, 'numeroImmersionFacilitee')}
        />
        <div data-champ="modeContrat" className={styles.pleine}>
          <Radio.Group
            label="Le contrat de travail pendant l’immersion"
            {...form.getInputProps('modeContrat')}
          >
            <div className={styles.objets}>
              {MODES_CONTRAT.valeurs.map(({ code, label }) => (
                <Radio
                  key={code}
                  value={code}
                  label={label}
                  description={direMode(code, externe)}
                  disabled={origine !== null}
                />
              ))}
            </div>
          </Radio.Group>
          <MentionReprise form={form} reprises={reprises} groupe="contrat" />
        </div>
        {(mineur || representantLegal !== '') && (
          <div className={styles.pleine}>
            <TextInput
              label="Représentant légal, qui signe aussi"
              description="La personne a moins de 18 ans au premier jour."
              maxLength={200}
              {...champ(form, 'representantLegal', origine)}
            />
            <MentionReprise form={form} reprises={reprises} groupe="representant" />
          </div>
        )}
      </div>
      <Plis>
        <SectionPliee
          form={form}
          titre="Lieu différent"
          resume={lieu.trim() || 'chantier, annexe, magasin : si ce n’est pas l’adresse de l’accueil'}
          champs={['lieu']}
        >
          <TextInput
            label="Lieu, s’il n’est pas l’adresse de l’accueil"
            description={siteId !== null && 'C’est l’adresse du site choisi.'}
            maxLength={400}
            {...champ(form, 'lieu', origine)}
          />
        </SectionPliee>
      </Plis>
    </Carte>
  );
}

export const CarteCadre = memo(
  Cadre,
  memesChamps([
    'debut',
    'referentId',
    'modeContrat',
    'representantLegal',
    'prescripteurNom',
    'prescripteurAdresse',
    'prescripteurReferent',
    'lieu',
    'siteId',
    'numeroImmersionFacilitee',
  ]),
);
