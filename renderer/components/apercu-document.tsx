import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import styles from './apercu-document.module.css';

/** Width of a printable page on screen (px): 210 mm. */
const LARGEUR = 794;

export interface Imprimable {
  /** Opens the print dialog on the page shown. */
  imprimer(): void;
}

/**
 * A printable page at its published address, scaled to the room it has. A new address is loaded behind and takes the
 * place of the old one only once drawn, so that typing never makes the sheet flicker. The frame runs no script.
 */
export function ApercuDocument(props: {
  adresse: string | undefined;
  titre: string;
  ref?: RefObject<Imprimable | null>;
}) {
  const [montree, setMontree] = useState<{ adresse: string; hauteur: number } | null>(null);
  const [echelle, setEchelle] = useState(1);
  const cadre = useRef<HTMLDivElement>(null);
  const visible = useRef<HTMLIFrameElement | null>(null);

  useEffect(() => {
    const observateur = new ResizeObserver(([entree]) => {
      if (entree) setEchelle(entree.contentRect.width / LARGEUR);
    });
    observateur.observe(cadre.current!);
    return () => observateur.disconnect();
  }, []);

  useImperativeHandle(props.ref, () => ({
    imprimer: () => {
      visible.current?.contentWindow?.focus();
      visible.current?.contentWindow?.print();
    },
  }));

  const adresses = [...new Set([montree?.adresse, props.adresse])].filter((adresse) => adresse !== undefined);
  return (
    <div
      ref={cadre}
      className={styles.cadre}
      style={{ height: (montree?.hauteur ?? LARGEUR * Math.SQRT2) * echelle }}
    >
      {adresses.map((adresse) => {
        const montre = adresse === montree?.adresse;
        return (
          <iframe
            key={adresse}
            ref={(element) => {
              if (element && montre) visible.current = element;
            }}
            className={styles.page}
            data-cache={montre ? undefined : ''}
            title={montre ? props.titre : 'Page en préparation'}
            aria-hidden={montre ? undefined : true}
            tabIndex={-1}
            sandbox="allow-same-origin allow-modals"
            src={`/${adresse}`}
            style={{ transform: `scale(${echelle})`, height: montree?.hauteur ?? LARGEUR * Math.SQRT2 }}
            onLoad={({ currentTarget }) => {
              const hauteur = currentTarget.contentDocument?.body.scrollHeight ?? 0;
              if (!montre && hauteur > 0) setMontree({ adresse, hauteur });
            }}
          />
        );
      })}
    </div>
  );
}
