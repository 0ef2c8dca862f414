import { formaterDateLongue, formaterHeure, formaterTelephone, insecables } from '../../format.ts';
import { type Declarant, direInstant, type Etape } from '../../immersions/regles-accident.ts';
import { Entete, Feuille, Mentions, piedDe } from '../page-a4.tsx';
import { RappelImmersion, Remplace, type Reperes, referencesPapier } from './commun.tsx';

/** What the sheet of an accident says; never of the injuries. */
export interface DonneesAccident extends Reperes {
  date: string;
  heure: number | null;
  trajet: boolean;
  lieuAccident: string;
  circonstances: string;
  temoins: string;
  declarant: Declarant;
  etapes: Etape[];
  /** Hours planned that day, in words. */
  horairesDuJour: string;
}

export const CSS_ACCIDENT = `
.etapes td:first-child { width: 9mm; text-align: center; font-weight: 640; }
.etapes .quand { width: 47mm; }
.etapes .ecrire { height: 5.6mm; min-height: 0; }
.main { margin: 2mm 0; padding: 1.8mm 2.6mm 3mm; border: 0.3mm solid #8a8a8a; break-inside: avoid; }
.main .ecrire { height: 6.8mm; }
.etabli { margin-top: 4mm; }
`;

/** Title of the sheet, also the name of its file. */
export const titreAccident = ({ beneficiaire, date }: DonneesAccident) =>
  `Accident ${beneficiaire.nom} ${date}`;

/** The sheet of an accident: the facts, who does what and by when, and what is written by hand. */
export function FicheAccident({ d, edition }: { d: DonneesAccident; edition: number }) {
  const { declarant } = d;
  // The sheet is read by others than us: the structure has its name there.
  const nommer = (texte: string) => texte.replace(/votre structure/i, d.structure.raisonSociale);
  return (
    <Feuille pied={piedDe(d.structure)}>
      <Entete
        structure={d.structure}
        references={referencesPapier(`Accident, convention n° ${d.numero}`, { projet: false, edition })}
      />
      <h1>{d.trajet ? 'Accident de trajet' : 'Accident'} pendant une immersion</h1>
      <p className="chapeau">
        Une période de mise en situation en milieu professionnel est couverte comme un temps de travail. Ce
        qui suit prépare la déclaration ; il ne la remplace pas.
      </p>
      <Remplace edition={edition} />
      <RappelImmersion d={d} />
      <h2>Les faits</h2>
      <Mentions
        lignes={[
          [
            'Jour et heure',
            [formaterDateLongue(d.date), d.heure === null ? 'heure inconnue' : formaterHeure(d.heure)].join(
              ', ',
            ),
          ],
          ['Horaires ce jour-là', d.horairesDuJour],
          ['Où', d.trajet ? 'sur le trajet' : 'sur place, pendant l’immersion'],
          ['Lieu précis', d.lieuAccident],
          ['Témoins', d.temoins || 'aucun témoin noté'],
          ['Téléphone de l’accueil', formaterTelephone(d.accueil.telephone)],
        ]}
      />
      <h3>Ce qui s’est passé</h3>
      <p>{d.circonstances}</p>
      <h2>Qui fait quoi, et avant quand</h2>
      <p>
        <strong>
          {insecables(`Déclare à la caisse : ${declarant.nom || '— à préciser —'}, ${declarant.qualite}.`)}
        </strong>{' '}
        {insecables(nommer(declarant.raison))}
      </p>
      <table className="etapes" aria-label="Étapes et délais">
        <thead>
          <tr>
            <th scope="col">N°</th>
            <th scope="col">Étape</th>
            <th scope="col" className="quand">
              Au plus tard
            </th>
            <th scope="col" className="quand">
              Fait
            </th>
          </tr>
        </thead>
        <tbody>
          {d.etapes.map((etape, rang) => (
            <tr key={etape.code}>
              <td>{rang + 1}</td>
              <td>
                {insecables(nommer(etape.titre))}
                <br />
                <span className="petit">art. {etape.reference}</span>
              </td>
              <td>{etape.limite === null ? 'sans attendre' : direInstant(etape.limite)}</td>
              <td>{etape.faitLe === null ? <div className="ecrire" /> : direInstant(etape.faitLe)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="petit">
        L’accueil a vingt-quatre heures pour prévenir la structure d’accompagnement, qui transmet sans délai à
        l’employeur ou au prescripteur (D5135-5 du code du travail). La déclaration se fait dans les
        quarante-huit heures, sans compter les dimanches et les jours fériés (R441-3 du code de la sécurité
        sociale), à compter du moment où celui qui déclare a su l’accident.
        {d.heure === null && ' L’heure étant inconnue, les délais sont comptés depuis le début du jour.'}
      </p>
      <section className="main">
        <h3>À écrire à la main, sur cette feuille seulement</h3>
        <p className="petit">
          Nature et siège des blessures, premiers soins, destination de la personne. Ce sont des données de
          santé : elles vont sur la déclaration à la caisse et restent chez celui qui déclare. Passerelle ne
          les enregistre pas.
        </p>
        {[0, 1, 2, 3].map((rang) => (
          <div className="ecrire" key={rang} />
        ))}
      </section>
      <p className="etabli">{insecables('Établi par : ……………………………………………………')} le ……………… Signature</p>
    </Feuille>
  );
}
