import { Button, Skeleton } from '@mantine/core';
import { DEFINITIONS, estVide, genreDe, nomPeriode } from '../../shared/bilans/regles.ts';
import type { Bilan, Periode } from '../../shared/bilans/schema.ts';
import { formaterDate } from '../../shared/format.ts';
import { useLecture } from '../app/operations.ts';
import { BoutonExporter } from '../components/exporter.tsx';
import { Carte, EtatVide, TetePage } from '../components/page.tsx';
import { SortiesPapier } from '../components/sorties-papier.tsx';
import { useNoter } from '../sollicitations/noter.tsx';
import { type AdresseBilan, useAdresseBilan } from './adresse.ts';
import styles from './bilans.module.css';
import { ChoixPeriode } from './choix-periode.tsx';
import { Essentiel } from './essentiel.tsx';
import { ParMois } from './par-mois.tsx';
import { ParObjet } from './par-objet.tsx';
import { Repartition } from './repartition.tsx';
import { TiroirLignes } from './tiroir-lignes.tsx';

export function EcranBilans() {
  const adresse = useAdresseBilan();
  const { periode } = adresse;
  const { data: bilan, error } = useLecture('bilans.compute', periode, { garderPrecedent: true });
  return (
    <>
      <TetePage
        titre={`Bilan ${nomPeriode(periode)}`}
        sous={(bilan && sousTitre(bilan)) || '\u00a0'}
        actions={<Sorties periode={periode} />}
      />
      <ChoixPeriode periode={periode} libre={adresse.libre} onChange={adresse.changerPeriode} />
      {error && (
        <Carte>
          <EtatVide titre="Le bilan ne peut pas être calculé">{error.message}</EtatVide>
        </Carte>
      )}
      {!bilan && !error && <Skeleton height={420} radius={10} />}
      {bilan && !error && <Chiffres bilan={bilan} adresse={adresse} />}
      <TiroirLignes periode={periode} ouvert={adresse.ouvert} onClose={adresse.fermer} />
    </>
  );
}

function sousTitre({ periode, arreteAu }: Bilan): string {
  if (arreteAu && arreteAu < periode.debut) return 'Cette période n’a pas encore commencé.';
  const { debut, fin } = periode;
  if (arreteAu) return `du ${formaterDate(debut)} à aujourd’hui, ${formaterDate(arreteAu)}`;
  return genreDe(periode) === 'libre' ? '' : `du ${formaterDate(debut)} au ${formaterDate(fin)}`;
}

/** The three ways out: spreadsheet, sheet on screen, PDF. */
function Sorties({ periode }: { periode: Periode }) {
  return (
    <>
      <BoutonExporter operation="bilans.export" entree={periode} label="Tableur" />
      <SortiesPapier
        page="bilans.preview"
        pdf="bilans.exportPdf"
        entree={periode}
        titre="Le bilan sur papier"
      />
    </>
  );
}

function Chiffres({ bilan, adresse: { ouvrir } }: { bilan: Bilan; adresse: AdresseBilan }) {
  const noter = useNoter();
  if (estVide(bilan)) {
    return (
      <Carte>
        <EtatVide
          titre="Rien n’a été noté sur cette période"
          actions={<Button onClick={() => noter.ouvrir({})}>Noter un échange</Button>}
        >
          Les échanges, les relances faites et les immersions apparaîtront ici dès qu’ils seront notés. Vous
          pouvez aussi choisir une autre période.
        </EtatVide>
      </Carte>
    );
  }
  return (
    <div className={styles.page}>
      <div className={styles.haut}>
        <Essentiel bilan={bilan} ouvrir={ouvrir} />
        <div className={styles.cote}>
          <ParMois bilan={bilan} ouvrir={(code) => ouvrir('echanges', { axe: 'mois', code })} />
          <Repartition
            titre="Immersions par secteur d’accueil"
            axe="hote"
            parts={bilan.parHote}
            ouvrir={(code) => ouvrir('immersions', { axe: 'hote', code })}
          />
        </div>
      </div>
      <div className={styles.trois}>
        <Repartition
          titre="Échanges par nature"
          axe="nature"
          parts={bilan.parNature}
          ouvrir={(code) => ouvrir('echanges', { axe: 'nature', code })}
        />
        <Repartition
          titre="Échanges par moyen"
          axe="canal"
          parts={bilan.parCanal}
          ouvrir={(code) => ouvrir('echanges', { axe: 'canal', code })}
        />
        <Repartition
          titre="Échanges par résultat"
          axe="resultat"
          parts={bilan.parResultat}
          ouvrir={(code) => ouvrir('echanges', { axe: 'resultat', code })}
        />
      </div>
      {bilan.parCause.length > 0 ? (
        <Repartition
          titre="Refus et demandes non honorées, par cause"
          axe="cause"
          parts={bilan.parCause}
          ouvrir={(code) => ouvrir('echanges', { axe: 'cause', code })}
        />
      ) : null}
      <ParObjet bilan={bilan} ouvrir={ouvrir} />
      {bilan.embauches.valeur > 0 ? (
        <Repartition
          titre="Embauches par contrat"
          axe="contrat"
          parts={bilan.embauchesParContrat}
          ouvrir={(code) => ouvrir('embauches', { axe: 'contrat', code })}
        />
      ) : null}
      <Carte titre="Ce que comptent ces chiffres">
        <dl className={styles.definitions}>
          {DEFINITIONS.map(({ terme, texte }) => (
            <div key={terme}>
              <dt>{terme}</dt>
              <dd>{texte}</dd>
            </div>
          ))}
        </dl>
      </Carte>
    </div>
  );
}
