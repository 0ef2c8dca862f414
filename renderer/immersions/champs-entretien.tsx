import { Radio, Textarea } from '@mantine/core';
import { memo } from 'react';
import { estFige } from '../../shared/immersions/renouvellement.ts';
import type { ImmersionFiche } from '../../shared/immersions/schema.ts';
import { OBJETS } from '../../shared/nomenclatures/immersions.ts';
import { ChampDate } from '../components/champ-date.tsx';
import { Carte } from '../components/page.tsx';
import { SectionPliee } from '../components/section-pliee.tsx';
import formulaire from './formulaire.module.css';
import styles from './immersions.module.css';
import { champ, type Form, memesChamps } from './saisie.ts';

/** What the objectifs say, by objet. */
const PRECISIONS: Record<string, string> = {
  decouvrir: 'Ce que la personne vient voir du métier ou du secteur',
  confirmer: 'Ce que la personne vient vérifier de son projet',
  recruter: 'Ce que l’accueil et la personne veulent voir avant une embauche',
};

const ATTENTES = [
  ['attentesSalarie', 'Ce que la personne en attend', 'la personne'],
  ['attentesAccueil', 'Ce que l’accueil en attend', 'l’accueil'],
  ['attentesStructure', 'Ce que votre structure en attend', 'la structure'],
] as const;

function Entretien({ form, origine }: { form: Form; origine: ImmersionFiche | null }) {
  const { objet } = form.values;
  const dites = ATTENTES.filter(([nom]) => form.values[nom].trim() !== '').map(([, , qui]) => qui);
  return (
    <Carte titre="L’entretien">
      <div className={styles.pile}>
        <div data-champ="objet">
          <Radio.Group label="Objet, un seul" {...form.getInputProps('objet')}>
            <div className={styles.objets}>
              {OBJETS.valeurs.map(({ code, label }) => (
                <Radio key={code} value={code} label={label} disabled={origine !== null} />
              ))}
            </div>
          </Radio.Group>
        </div>
        <Textarea
          label="Objectifs précis"
          placeholder={PRECISIONS[objet] ?? 'Ce que la personne vient vérifier, apprendre ou montrer'}
          autosize
          minRows={2}
          maxLength={2000}
          {...champ(form, 'objectifs', origine)}
        />
        <SectionPliee
          form={form}
          titre="Date et attentes des trois"
          resume={
            dites.length > 0 || form.values.entretienDate
              ? [
                  form.values.entretienDate && 'entretien daté',
                  dites.length > 0 && `attentes : ${dites.join(', ')}`,
                ]
                  .filter(Boolean)
                  .join(' · ')
              : 'premier entretien, ce que chacun attend'
          }
          champs={['entretienDate', 'attentesSalarie', 'attentesAccueil', 'attentesStructure']}
        >
          <div className={formulaire.entretienDate}>
            <ChampDate
              label="Premier entretien le"
              sens="passe"
              {...champ(form, 'entretienDate')}
              disabled={origine !== null && estFige(origine, 'entretienDate')}
            />
          </div>
          {ATTENTES.map(([nom, label]) => (
            <Textarea
              key={nom}
              label={label}
              autosize
              minRows={1}
              maxLength={2000}
              {...champ(form, nom, origine)}
            />
          ))}
        </SectionPliee>
      </div>
    </Carte>
  );
}

export const CarteEntretien = memo(
  Entretien,
  memesChamps([
    'objet',
    'objectifs',
    'entretienDate',
    'attentesSalarie',
    'attentesAccueil',
    'attentesStructure',
  ]),
);
