import { Textarea } from '@mantine/core';
import { memo } from 'react';
import { estFige } from '../../shared/immersions/renouvellement.ts';
import type { Reprise } from '../../shared/immersions/reprise.ts';
import type { ImmersionFiche } from '../../shared/immersions/schema.ts';
import { Carte } from '../components/page.tsx';
import { SectionPliee } from '../components/section-pliee.tsx';
import { ChampsFrais } from './champs-frais.tsx';
import styles from './immersions.module.css';
import { MentionReprise } from './reprises.tsx';
import { champ, type Form, memesChamps } from './saisie.ts';

const debutDe = (texte: string) => (texte.length > 60 ? `${texte.slice(0, 60).trimEnd()}…` : texte);

function Securite(props: { form: Form; reprises: readonly Reprise[]; origine: ImmersionFiche | null }) {
  const { form, reprises, origine } = props;
  const { transport } = form.values;
  return (
    <Carte titre="Sécurité et conditions">
      <div className={styles.pile}>
        <Textarea
          label="Protection"
          placeholder="Équipements fournis et par qui ; laissez vide s’il n’en faut pas"
          autosize
          minRows={1}
          maxLength={1000}
          {...champ(form, 'protection', origine)}
        />
        <Textarea
          label="Prévention"
          placeholder="Consignes expliquées le premier jour, gestes, produits, circulation…"
          autosize
          minRows={1}
          maxLength={1000}
          {...champ(form, 'prevention', origine)}
        />
        <MentionReprise form={form} reprises={reprises} groupe="securite" />
        <div>
          <SectionPliee
            form={form}
            titre="Transport"
            resume={transport.trim() === '' ? 'comment la personne vient' : debutDe(transport.trim())}
            champs={['transport']}
          >
            <Textarea
              aria-label="Transport"
              placeholder="Bus 3 jusqu’à l’arrêt Lavoirs, covoiturage avec…"
              autosize
              minRows={1}
              maxLength={500}
              {...champ(form, 'transport', origine)}
            />
            <MentionReprise form={form} reprises={reprises} groupe="transport" />
          </SectionPliee>
          <ChampsFrais form={form} fige={origine !== null && estFige(origine, 'frais')} />
        </div>
      </div>
    </Carte>
  );
}

export const CarteSecurite = memo(Securite, memesChamps(['protection', 'prevention', 'transport', 'frais']));
