import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { trouverIndicateur } from '../../../shared/bilans/catalogue.ts';
import { codesDe, deplacer } from '../../../shared/bilans/edition-profil.ts';
import { type ProfilContenu, RESUME_MAX } from '../../../shared/bilans/profil.ts';
import { insecables } from '../../../shared/format.ts';
import { Carte } from '../../components/page.tsx';
import type { Apercu } from './apercu.ts';
import type { Modifier } from './editeur.tsx';
import { Ordre } from './ordre.tsx';
import styles from './profils.module.css';

const nomDe = (code: string) => trouverIndicateur(code)?.label ?? code;

/** The few figures at the head of a bilan, among those of its parts. */
export function Synthese(props: {
  contenu: ProfilContenu;
  apercu: Apercu;
  refus: ReactNode;
  modifier: Modifier;
}) {
  const { contenu, apercu, refus, modifier } = props;
  const { resume } = contenu;
  const changer = (comment: (codes: string[]) => string[]) =>
    modifier((avant) => ({ ...avant, resume: comment(avant.resume) }));
  const offerts = codesDe(contenu).filter((code) => !resume.includes(code));
  return (
    <Carte titre="Synthèse" suite={`${resume.length} sur ${RESUME_MAX}`} sansMarge>
      <p className={styles.consigne}>Les chiffres mis en tête du bilan.</p>
      {resume.length > 0 ? (
        <ol className={styles.figures} aria-label="Chiffres de la synthèse">
          {resume.map((code, rang) => (
            <li key={code} className={styles.retenu}>
              <div className={styles.nom}>
                {insecables(nomDe(code))}
                <strong className={styles.valeur}>{apercu(code)}</strong>
              </div>
              <div className={styles.ordres}>
                <Ordre
                  quoi={`${nomDe(code)} dans la synthèse`}
                  rang={rang}
                  nombre={resume.length}
                  deplacer={(vers) => changer((codes) => deplacer(codes, rang, vers))}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={28}
                  aria-label={`Ôter ${nomDe(code)} de la synthèse`}
                  title="Ôter de la synthèse"
                  onClick={() => changer((codes) => codes.filter((sien) => sien !== code))}
                >
                  <IconX size={16} stroke={1.7} />
                </ActionIcon>
              </div>
            </li>
          ))}
        </ol>
      ) : null}
      {resume.length < RESUME_MAX ? (
        <div className={styles.ajout}>
          <Select
            aria-label="Ajouter un chiffre à la synthèse"
            placeholder="Ajouter un chiffre"
            searchable
            nothingFoundMessage="Aucun chiffre de ce nom dans les parties"
            data={offerts.map((code) => ({ value: code, label: nomDe(code) }))}
            value={null}
            error={refus}
            onChange={(code) => {
              if (code !== null) changer((codes) => [...codes, code]);
            }}
          />
        </div>
      ) : null}
    </Carte>
  );
}
