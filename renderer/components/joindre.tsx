import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { formaterTelephone } from '../../shared/format.ts';
import { lienCourriel, lienTelephone } from '../../shared/joindre.ts';
import { copier } from './copier.ts';
import styles from './joindre.module.css';

/** How long (ms) the button says that it has copied. */
const DIT = 2000;

function Copier({ texte, label }: { texte: string; label: string }) {
  const [fait, setFait] = useState(false);
  useEffect(() => {
    if (!fait) return;
    const minuterie = setTimeout(() => setFait(false), DIT);
    return () => clearTimeout(minuterie);
  }, [fait]);
  return (
    <>
      <button
        type="button"
        className={styles.copier}
        data-fait={fait || undefined}
        aria-label={label}
        title={label}
        onClick={() => setFait(copier(texte))}
      >
        {fait ? (
          <IconCheck size={15} stroke={2} aria-hidden />
        ) : (
          <IconCopy size={15} stroke={1.6} aria-hidden />
        )}
      </button>
      <span className="visuellement-cache" role="status">
        {fait ? 'Copié' : ''}
      </span>
    </>
  );
}

/** A phone number one can call (the system's own program opens) or copy. `numero` as it is stored. */
export function Telephone({ numero }: { numero: string }) {
  const lisible = formaterTelephone(numero);
  return (
    <span className={styles.joindre}>
      <a className={styles.lien} href={lienTelephone(numero)}>
        {lisible}
      </a>
      <Copier texte={lisible} label={`Copier le ${lisible}`} />
    </span>
  );
}

/** An e-mail address one can write to (the user's own mail program opens) or copy. */
export function Courriel({ adresse }: { adresse: string }) {
  const [nom, domaine] = adresse.split('@');
  return (
    <span className={styles.joindre}>
      <a className={styles.lien} href={lienCourriel({ a: [adresse] })}>
        {nom}
        <wbr />@{domaine}
      </a>
      <Copier texte={adresse} label={`Copier ${adresse}`} />
    </span>
  );
}
