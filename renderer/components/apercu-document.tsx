import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import styles from './apercu-document.module.css';

/** Sides of a printable page on screen (px): 210 and 297 mm. */
const PETIT = 794;
const GRAND = 1123;

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
  paysage?: boolean;
  ref?: RefObject<Imprimable | null>;
}) {
  const [largeur, hauteur] = props.paysage ? [GRAND, PETIT] : [PETIT, GRAND];
  const [montree, setMontree] = useState<{ adresse: string; hauteur: number } | null>(null);
  const [echelle, setEchelle] = useState(1);
  const cadre = useRef<HTMLDivElement>(null);
  const visible = useRef<HTMLIFrameElement | null>(null);

  useEffect(() => {
    const observateur = new ResizeObserver(([entree]) => {
      if (entree) setEchelle(entree.contentRect.width / largeur);
    });
    observateur.observe(cadre.current!);
    return () => observateur.disconnect();
  }, [largeur]);

  useImperativeHandle(props.ref, () => ({
    imprimer: () => {
      visible.current?.contentWindow?.focus();
      visible.current?.contentWindow?.print();
    },
  }));

  const adresses = [...new Set([montree?.adresse, props.adresse])].filter((adresse) => adresse !== undefined);
  return (
    <div ref={cadre} className={styles.cadre} style={{ height: (montree?.hauteur ?? hauteur) * echelle }}>
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
            style={{ transform: `scale(${echelle})`, width: largeur, height: montree?.hauteur ?? hauteur }}
            onLoad={({ currentTarget }) => {
              const entiere = currentTarget.contentDocument?.body.scrollHeight ?? 0;
              if (!montre && entiere > 0) setMontree({ adresse, hauteur: entiere });
            }}
          />
        );
      })}
    </div>
  );
}
