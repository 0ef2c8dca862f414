import { formaterDate, formaterDuree, formaterNombre, insecables } from '../../format.ts';
import {
  COLONNES_MOIS_ETP,
  chiffresEtp,
  DEFINITIONS_ETP,
  direEtp,
  direReference,
  direTaux,
} from '../../heures/parties-etp.ts';
import type { EtpAnnee } from '../../heures/schema.ts';
import { nomDuMois } from '../../immersions/calendrier.ts';
import type { Structure } from '../../parametres/schema.ts';
import { Entete, Feuille, piedDe } from '../page-a4.tsx';
import { EtpParMois, LEGENDE_ETP } from './etp-mois.tsx';

export const STYLE_ETP = `
@page { size: A4 landscape; margin: 11mm 12mm 15mm; }
@media screen { .feuille { width: 297mm; min-height: 210mm; padding: 11mm 12mm 15mm; } }
.etp table { font-size: 8.4pt; }
.etp td, .etp thead th { text-align: right; }
.etp tbody th { background: none; font-weight: 500; }
.etp td.gauche, .etp thead th.gauche { text-align: left; }
.etp tfoot th, .etp tfoot td { background: #f1efe9; font-weight: 650; }
.etp svg { display: block; }
.chiffres { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 4mm; margin: 3mm 0; padding: 0; list-style: none; }
.chiffres li { margin: 0; padding: 2mm 3mm; border: 0.3mm solid #a8a8a8; }
.chiffres strong { display: block; font-size: 15pt; line-height: 1.25; }
.chiffres span { display: block; font-size: 8.4pt; color: #4d4d4d; }
.legende { display: flex; gap: 6mm; margin: 1mm 0 2mm; padding: 0; list-style: none; font-size: 8pt; color: #4d4d4d; }
.legende li { display: flex; align-items: center; gap: 1.4mm; margin: 0; }
.legende i { width: 6mm; height: 3mm; box-sizing: border-box; }
.legende .realise { background: #0e6b62; }
.legende .enCours { border: 0.2mm solid #0e6b62; background: #d5e8e4; }
.legende .projete { border: 0.3mm dashed #6d6d6d; }
.legende .conventionne { height: 0; border-top: 0.8mm solid #1a1a1a; }
.definitions { grid-template-columns: 36mm minmax(0, 1fr); }
.definitions dt { font-weight: 600; color: #1a1a1a; }
.definitions dd { font-weight: 400; }
`;

/** The full-time equivalents of a year, for the funder and the conseil d'administration. */
export function PageEtp(props: { etp: EtpAnnee; structure: Structure; etabliLe: string }) {
  const { etp, structure, etabliLe } = props;
  return (
    <Feuille pied={piedDe(structure)}>
      <div className="etp">
        <Entete
          structure={structure}
          references={[`Heures et ETP ${etp.annee}`, `établi le ${formaterDate(etabliLe)}`]}
        />
        <h1>Heures et ETP {etp.annee}</h1>
        <p className="chapeau">{insecables(`${direReference(etp)}.`)}</p>
        <ul className="chiffres">
          {chiffresEtp(etp).map(({ nom, valeur, base, suite }) => (
            <li key={nom}>
              {nom}
              <strong>{valeur}</strong>
              <span>{base}</span>
              <span>{suite}</span>
            </li>
          ))}
        </ul>
        <p>{etp.hypothese}</p>
        {etp.remarques.map((remarque) => (
          <p key={remarque}>{remarque}</p>
        ))}
        <div className="bloc">
          <h2>ETP par mois</h2>
          <EtpParMois etp={etp} />
          <ul className="legende">
            {LEGENDE_ETP.map(({ forme, label }) => (
              <li key={forme}>
                <i className={forme} /> {label}
              </li>
            ))}
          </ul>
        </div>
        <Mois etp={etp} />
        <Annexes etp={etp} />
        <div className="bloc">
          <h2>Ce que comptent ces chiffres</h2>
          <dl className="definitions">
            {DEFINITIONS_ETP.flatMap(({ terme, texte }) => [
              <dt key={terme}>{terme}</dt>,
              <dd key={`${terme}, texte`}>{insecables(texte)}</dd>,
            ])}
          </dl>
        </div>
      </div>
    </Feuille>
  );
}

function Mois({ etp }: { etp: EtpAnnee }) {
  return (
    <div className="bloc">
      <h2>Mois par mois</h2>
      <table>
        <thead>
          <tr>
            <th scope="col" className="gauche">
              Mois
            </th>
            <th scope="col">Contrats</th>
            <th scope="col">dont sans heures</th>
            <th scope="col">Heures</th>
            {COLONNES_MOIS_ETP.map(({ titre }) => (
              <th key={titre} scope="col">
                {titre}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {etp.mois.map((lu) => (
            <tr key={lu.mois}>
              <th scope="row">{nomDuMois(lu.mois)}</th>
              <td>{formaterNombre(lu.contrats)}</td>
              <td>{lu.sansHeures === 0 ? '' : formaterNombre(lu.sansHeures)}</td>
              <td>{lu.realise === null ? '' : formaterDuree(lu.minutes)}</td>
              {COLONNES_MOIS_ETP.map(({ titre, dire }) => (
                <td key={titre}>{dire(lu)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Annexes({ etp }: { etp: EtpAnnee }) {
  if (etp.annexes.length === 0) return null;
  return (
    <div className="bloc">
      <h2>Par annexe</h2>
      <table>
        <thead>
          <tr>
            <th scope="col" className="gauche">
              Annexe
            </th>
            <th scope="col" className="gauche">
              Période
            </th>
            <th scope="col">ETP de l’annexe</th>
            <th scope="col">Mois saisis</th>
            <th scope="col">Conventionné</th>
            <th scope="col">Réalisé</th>
            <th scope="col">Réalisation</th>
          </tr>
        </thead>
        <tbody>
          {etp.annexes.map((annexe) => (
            <tr key={annexe.id}>
              <th scope="row">{[annexe.numero, annexe.convention].filter(Boolean).join(', ')}</th>
              <td className="gauche">
                {formaterDate(annexe.debut)} – {formaterDate(annexe.fin)}
              </td>
              <td>{direEtp(annexe.etp)}</td>
              <td>{formaterNombre(annexe.mois)}</td>
              <td>{direEtp(annexe.conventionne)}</td>
              <td>{annexe.partagee ? 'non distingué' : direEtp(annexe.realise)}</td>
              <td>{annexe.partagee ? '—' : direTaux(annexe.taux)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
