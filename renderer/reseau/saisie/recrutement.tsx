import { Textarea } from '@mantine/core';
import { approcheDe } from '../../../shared/reseau/approche.ts';
import { tailleDe } from '../../../shared/reseau/regles-organisation.ts';
import { useListe } from '../../app/listes.ts';
import type { FormulaireOrganisation } from '../champs-organisation.tsx';
import { ChoixPuces } from '../choix-puces.tsx';
import { ChoixListe } from './choix-liste.tsx';
import styles from './section.module.css';
import { Section } from './section.tsx';

const CHAMPS = ['recruteur', 'recrutements', 'motivations', 'recrutementNote'];

/** Who recruits, how, and why it would welcome somebody; with what its size lets expect. */
export function Recrutement({ form }: { form: FormulaireOrganisation }) {
  const { effectif, taille, recruteur, recrutements, motivations } = form.values;
  const recruteurs = useListe('recruteurs');
  const voies = useListe('recrutements');
  const raisons = useListe('motivations');
  const approche = approcheDe(typeof effectif === 'number' ? tailleDe(effectif) : taille);
  return (
    <Section
      cle="recrutement"
      titre="Comment elle recrute"
      champs={CHAMPS}
      form={form}
      resume={[
        recruteur && recruteurs.libelle(recruteur),
        recrutements.map(voies.libelle).join(', '),
        motivations.map(raisons.libelle).join(', '),
      ]}
    >
      {approche ? (
        <dl className={styles.approche} aria-label="Ce que sa taille laisse attendre">
          <dt>Qui recrute</dt>
          <dd>{approche.qui}</dd>
          <dt>Pourquoi elle dirait oui</dt>
          <dd>{approche.pourquoi}</dd>
          <dt>Qui encadre</dt>
          <dd>{approche.encadrement}</dd>
        </dl>
      ) : (
        <p className={styles.rien}>
          Indiquez sa taille dans « Ce qu’elle est » : on n’aborde pas un artisan comme un groupe.
        </p>
      )}
      <ChoixListe form={form} champ="recruteur" liste="recruteurs" label="Qui recrute ?" />
      <ChoixPuces
        legende="Comment trouve-t-elle ses salariés ?"
        options={voies.choix(recrutements)}
        value={recrutements}
        onChange={(codes) => {
          form.setFieldValue('recrutements', codes);
          form.clearFieldError('recrutements');
        }}
        error={form.errors.recrutements}
        chemin="recrutements"
      />
      <ChoixPuces
        legende="Pourquoi accueillerait-elle quelqu’un ?"
        options={raisons.choix(motivations)}
        value={motivations}
        onChange={(codes) => {
          form.setFieldValue('motivations', codes);
          form.clearFieldError('motivations');
        }}
        error={form.errors.motivations}
        chemin="motivations"
      />
      <Textarea
        className={styles.entiere}
        label="Précision sur ses recrutements"
        placeholder="Embauche au printemps, exige le permis, essaie toujours en intérim avant…"
        autosize
        minRows={2}
        maxRows={8}
        {...form.getInputProps('recrutementNote')}
      />
    </Section>
  );
}
