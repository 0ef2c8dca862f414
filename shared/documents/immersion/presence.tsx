import { type DateCivile, lundiDe } from '../../dates.ts';
import { formaterDate, formaterDuree, formaterJourCourt } from '../../format.ts';
import type { JourPresent } from '../../immersions/horaires.ts';
import { MOTIFS_PRESENCE } from '../../nomenclatures/immersions.ts';
import { label } from '../../nomenclatures/nomenclature.ts';
import { Entete, Feuille, piedDe, Signatures } from '../page-a4.tsx';
import {
  direPlage,
  nomAdministratif,
  nomUsuel,
  RappelImmersion,
  Remplace,
  type Reperes,
  referencesPapier,
} from './commun.tsx';

/** What the sheet of presence is laid out from. */
export interface DonneesPresence extends Reperes {
  calendrier: JourPresent[];
  /** Days already known not to have gone as planned. */
  presences: { date: string; minutes: number; motif: string }[];
}

export const CSS_PRESENCE = `
.presence { table-layout: fixed; font-size: 8.4pt; }
.presence td, .presence th { padding: 0.9mm 1.2mm; vertical-align: middle; }
.presence thead th { font-size: 7.9pt; line-height: 1.2; text-align: center; }
.presence thead .qui { text-align: left; font-size: 8.4pt; background: none; border-color: transparent transparent #a8a8a8; font-weight: 600; }
.presence tbody tr.jour { height: 9.6mm; }
.presence .total { break-before: avoid; }
.presence .total th, .presence .total td { background: #f1efe9; font-weight: 620; }
.presence span { white-space: nowrap; }
.lignes { height: 21mm; border: 0.3mm solid #8a8a8a; padding: 1.2mm 2mm; break-inside: avoid; font-size: 8.4pt; color: #4d4d4d; }
`;

/** Title of the sheet, also the name of its file. */
export const titrePresence = ({ numero, beneficiaire }: DonneesPresence) =>
  `Feuille de présence ${numero} ${beneficiaire.nom}`;

interface Jour {
  date: DateCivile;
  prevu: JourPresent | undefined;
  fait: DonneesPresence['presences'][number] | undefined;
}

/** Planned days and days noted besides, by week. */
function semaines({ calendrier, presences }: DonneesPresence): { lundi: DateCivile; jours: Jour[] }[] {
  const prevus = new Map(calendrier.map((jour) => [jour.date, jour]));
  const faits = new Map(presences.map((jour) => [jour.date, jour]));
  const dates = [...new Set([...prevus.keys(), ...faits.keys()])].sort();
  const parLundi = Map.groupBy(dates, lundiDe);
  return [...parLundi].map(([lundi, celles]) => ({
    lundi,
    jours: celles.map((date) => ({ date, prevu: prevus.get(date), fait: faits.get(date) })),
  }));
}

function LigneJour({ jour: { date, prevu, fait } }: { jour: Jour }) {
  return (
    <tr className="jour">
      <th scope="row">{formaterJourCourt(date)}</th>
      <td>
        {prevu?.plages.map((plage) => (
          <span key={plage.debut}>
            {direPlage(plage)}
            <br />
          </span>
        )) ?? 'non prévu'}
      </td>
      {fait ? (
        <td colSpan={4}>{label(MOTIFS_PRESENCE, fait.motif)}</td>
      ) : (
        [0, 1, 2, 3].map((rang) => <td key={rang} />)
      )}
      <td>{fait ? formaterDuree(fait.minutes) : ''}</td>
      <td />
      <td />
    </tr>
  );
}

export function FeuillePresence(props: { d: DonneesPresence; projet: boolean; edition: number }) {
  const { d, projet, edition } = props;
  const femme = d.beneficiaire.sexe === 'F';
  return (
    <Feuille pied={piedDe(d.structure)} projet={projet}>
      <Entete
        structure={d.structure}
        references={referencesPapier(`Présence, convention n° ${d.numero}`, { projet, edition })}
      />
      <h1>Feuille de présence</h1>
      <p className="chapeau">
        Notez les heures chaque jour et signez tous les deux en fin de journée. En cas d’absence, écrivez «
        absent » et prévenez la structure le jour même.
      </p>
      <Remplace edition={edition} />
      <RappelImmersion d={d} />
      <table className="presence" aria-label="Présence jour par jour">
        <colgroup>
          {['19mm', '28mm', '15mm', '15mm', '15mm', '15mm', '17mm'].map((width, rang) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: fixed columns.
            <col key={rang} style={{ width }} />
          ))}
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <td colSpan={9} className="qui">
              {nomAdministratif(d.beneficiaire)} · {d.accueil.nom} · convention n° {d.numero}
            </td>
          </tr>
          <tr>
            <th scope="col" rowSpan={2}>
              Jour
            </th>
            <th scope="col" rowSpan={2}>
              Prévu
            </th>
            <th scope="colgroup" colSpan={2}>
              Matin
            </th>
            <th scope="colgroup" colSpan={2}>
              Après-midi
            </th>
            <th scope="col" rowSpan={2}>
              Heures faites
            </th>
            <th scope="col" rowSpan={2}>
              Signature {femme ? 'de la' : 'du'} bénéficiaire
            </th>
            <th scope="col" rowSpan={2}>
              Signature du responsable
            </th>
          </tr>
          <tr>
            {['matin', 'après-midi'].flatMap((moment) =>
              ['arrivée', 'départ'].map((quoi) => (
                <th scope="col" key={`${moment} ${quoi}`}>
                  {quoi}
                </th>
              )),
            )}
          </tr>
        </thead>
        {semaines(d).map(({ lundi, jours }) => (
          <tbody key={lundi}>
            {jours.map((jour) => (
              <LigneJour key={jour.date} jour={jour} />
            ))}
            <tr className="total">
              <th scope="row" colSpan={6}>
                Semaine du {formaterDate(lundi)} · prévu{' '}
                {formaterDuree(jours.reduce((somme, { prevu }) => somme + (prevu?.minutes ?? 0), 0))}
              </th>
              <td />
              <td colSpan={2} />
            </tr>
          </tbody>
        ))}
        <tbody>
          <tr className="total">
            <th scope="row" colSpan={6}>
              Toute la période · prévu {formaterDuree(d.minutes)}
            </th>
            <td />
            <td colSpan={2} />
          </tr>
        </tbody>
      </table>
      <div className="lignes">Observations</div>
      <section className="bloc">
        <h2>Signatures à la fin de la période</h2>
        <Signatures
          parties={[
            { role: femme ? 'La bénéficiaire' : 'Le bénéficiaire', nom: nomUsuel(d.beneficiaire) },
            { role: 'Le responsable sur place', nom: d.tuteur.nom },
            {
              role: 'La structure d’accompagnement',
              nom: d.structure.raisonSociale,
              qualite: d.referent?.nom ?? '',
            },
          ]}
        />
      </section>
    </Feuille>
  );
}
