import { formaterDate } from '../../format.ts';
import { ORIGINES_BESOIN, PRIORITES_BESOIN } from '../../nomenclatures/formation.ts';
import type { Structure } from '../../parametres/schema.ts';
import { Entete, Feuille, piedDe } from '../page-a4.tsx';

/** A sheet of the yearly survey; a blank one has empty texts. */
export interface FeuilleRecueil {
  nom: string;
  support: string;
  encadrant: string;
  finContrat: string | null;
  /** Needs already known, in words. */
  connus: readonly string[];
}

/** Lines to write needs on. */
const LIGNES = 4;

export const STYLE_RECUEIL = `
.recueil-qui { display: grid; grid-template-columns: 26mm minmax(0, 1fr) 30mm minmax(0, 1fr); gap: 1.6mm 3mm; margin: 2mm 0 3mm; }
.recueil-qui dd { min-height: 5mm; border-bottom: 0.2mm dotted #6f6f6f; }
.recueil-themes { columns: 3; column-gap: 6mm; margin: 1mm 0 2mm; padding: 0; list-style: none; }
.recueil-case { position: relative; display: block; padding-left: 5.2mm; }
.recueil-case::before { content: ""; position: absolute; left: 0.2mm; top: 0.7mm; width: 2.9mm; height: 2.9mm; border: 0.3mm solid #333; }
.recueil-origines { display: grid; grid-template-columns: 41mm minmax(0, 1fr); gap: 0 2mm; }
table.recueil { table-layout: fixed; margin: 1mm 0 2mm; }
.recueil td { height: 16mm; }
.recueil td .recueil-case { font-size: 8.2pt; line-height: 1.5; }
.recueil-texte { height: 15mm; border: 0.3mm solid #8a8a8a; padding: 1.2mm 2mm; break-inside: avoid; }
.recueil-pied { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm; margin-top: 3mm; }
.recueil-pied div { min-height: 17mm; padding: 1.2mm 2mm; border: 0.3mm solid #8a8a8a; }
`;

const Case = ({ children }: { children: string }) => <span className="recueil-case">{children}</span>;

function UneFeuille(props: {
  structure: Structure;
  annee: number;
  echeance: string | null;
  themes: readonly string[];
  feuille: FeuilleRecueil;
}) {
  const { structure, annee, echeance, themes, feuille } = props;
  return (
    <Feuille pied={piedDe(structure)}>
      <Entete
        structure={structure}
        references={[
          `Besoins de formation ${annee}`,
          ...(echeance ? [`à rendre avant le ${formaterDate(echeance)}`] : []),
        ]}
      />
      <h1>Mes besoins de formation</h1>
      <p className="chapeau">
        À remplir ensemble, en entretien : ce que la personne veut apprendre, ce que son poste demande, ce que
        son projet exige. Ne rien noter de sa santé.
      </p>
      <dl className="recueil-qui">
        <dt>Nom, prénom</dt>
        <dd>{feuille.nom}</dd>
        <dt>Support d’activité</dt>
        <dd>{feuille.support}</dd>
        <dt>Encadrant</dt>
        <dd>{feuille.encadrant}</dd>
        <dt>Contrat jusqu’au</dt>
        <dd>{formaterDate(feuille.finContrat)}</dd>
      </dl>
      {feuille.connus.length > 0 && (
        <p>
          <strong>Déjà demandé : </strong>
          {feuille.connus.join(' ; ')}.
        </p>
      )}
      <h2>Ce qui m’intéresse</h2>
      <ul className="recueil-themes">
        {themes.map((theme) => (
          <li key={theme}>
            <Case>{theme}</Case>
          </li>
        ))}
        <li>
          <Case>Rien cette année</Case>
        </li>
      </ul>
      <h2>Mes besoins, du plus important au moins important</h2>
      <table className="recueil" aria-label="Besoins">
        <colgroup>
          <col />
          <col style={{ width: '84mm' }} />
          <col style={{ width: '27mm' }} />
          <col style={{ width: '21mm' }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Ce que je veux apprendre</th>
            <th scope="col">Pourquoi</th>
            <th scope="col">Importance</th>
            <th scope="col">Pour quand</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: LIGNES }, (_, rang) => `besoin ${rang}`).map((ligne) => (
            <tr key={ligne}>
              <td />
              <td>
                <div className="recueil-origines">
                  {ORIGINES_BESOIN.valeurs.map(({ code, label }) => (
                    <Case key={code}>{label}</Case>
                  ))}
                </div>
              </td>
              <td>
                {PRIORITES_BESOIN.valeurs.map(({ code, label }) => (
                  <Case key={code}>{label}</Case>
                ))}
              </td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <div className="recueil-texte petit">
        Ce qui pourrait gêner (horaires, trajet, garde d’enfants) et ce qui aiderait :
      </div>
      <div className="recueil-pied">
        <div className="petit">La personne, le :</div>
        <div className="petit">Pour la structure, le :</div>
      </div>
    </Feuille>
  );
}

/** One sheet a person, or blank ones, in the same document. */
export function FeuillesRecueil(props: {
  structure: Structure;
  annee: number;
  echeance: string | null;
  themes: readonly string[];
  feuilles: readonly FeuilleRecueil[];
}) {
  const { feuilles, ...reste } = props;
  return (
    <>
      {feuilles.map((feuille, rang) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blank sheets are all alike, and never move.
        <UneFeuille key={rang} feuille={feuille} {...reste} />
      ))}
    </>
  );
}
