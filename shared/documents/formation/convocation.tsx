import type { DateCivile } from '../../dates.ts';
import {
  accorder,
  formaterDateLongue,
  formaterDuree,
  formaterHeure,
  formaterJour,
  formaterTelephone,
  insecables,
  majuscule,
} from '../../format.ts';
import { avecFonction, direPlages, nomUsuel, Remplace, referencesPapier } from '../immersion/commun.tsx';
import { Entete, Feuille, Mentions, piedDe, Signatures } from '../page-a4.tsx';
import {
  type DemiJournee,
  minutesDe,
  nomOrganisme,
  periodeSession,
  type ReperesSession,
  type Stagiaire,
  titreStagiaire,
} from './commun.tsx';

/** What a trainee is told before the first day. */
export interface DonneesConvocation extends ReperesSession {
  stagiaire: Stagiaire & { adresse: string };
  creneaux: DemiJournee[];
  surTempsTravail: boolean;
  accessibilite: string;
}

export const CSS_CONVOCATION = `
.destinataire { margin: 6mm 0 4mm 95mm; line-height: 1.45; overflow-wrap: anywhere; }
.attendu { margin: 3mm 0; padding: 2.4mm 3mm; border: 0.4mm solid #0a4f49; border-radius: 1mm; break-inside: avoid; }
.attendu strong { font-size: 11.4pt; }
.jours { columns: 2; column-gap: 8mm; margin: 0 0 2mm; padding: 0; list-style: none; }
.jours[data-court] { columns: 1; }
.jours li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 3mm; margin: 0; padding: 0.9mm 0; border-bottom: 0.2mm solid #c9c5bb; }
.jours span { white-space: nowrap; font-weight: 600; }
`;

export const titreConvocation = (d: DonneesConvocation) => titreStagiaire('Convocation', d);

/** Fewer days than this stand in one column. */
const JOURS_COURTS = 6;

export function Convocation({
  d,
  projet,
  edition,
}: {
  d: DonneesConvocation;
  projet: boolean;
  edition: number;
}) {
  const { structure, stagiaire } = d;
  const femme = stagiaire.sexe === 'F';
  const jours = [...Map.groupBy(d.creneaux, ({ date }) => date)] as [DateCivile, DemiJournee[]][];
  const [premier] = d.creneaux;
  const telephone = formaterTelephone(structure.telephone);
  return (
    <Feuille pied={piedDe(structure)} projet={projet}>
      <Entete
        structure={structure}
        references={referencesPapier(`Convocation, session ${d.numero}`, { projet, edition })}
      />
      <div className="destinataire">
        <strong>{nomUsuel(stagiaire)}</strong>
        {stagiaire.adresse && <div>{stagiaire.adresse}</div>}
      </div>
      <h1>Convocation à une formation</h1>
      <Remplace edition={edition} />
      <p>
        {insecables(
          `${femme ? 'Madame' : 'Monsieur'}, vous êtes ${femme ? 'inscrite' : 'inscrit'} à la formation « ${d.formation} ».`,
        )}
      </p>
      {premier && (
        <div className="attendu">
          <strong>
            {majuscule(formaterDateLongue(premier.date))}, à {formaterHeure(premier.debut)}
          </strong>
          <br />
          {d.lieu || '— lieu à préciser —'}
        </div>
      )}
      <h2>La formation</h2>
      <Mentions
        lignes={[
          ['Période', periodeSession(d, jours.length)],
          ['Organisme', nomOrganisme(d)],
          ...(d.formateur ? [['Formateur', d.formateur] as const] : []),
          ['Lieu', d.lieu],
          ...(d.accessibilite ? [['Accès', d.accessibilite] as const] : []),
          ['Votre référent', avecFonction(d.referent) || structure.raisonSociale],
        ]}
      />
      {jours.length > 0 && (
        <>
          <h2>
            Vos {accorder(jours.length, 'jour')}, {formaterDuree(minutesDe(d.creneaux))}
          </h2>
          <ul className="jours" data-court={jours.length < JOURS_COURTS || undefined}>
            {jours.map(([date, demies]) => (
              <li key={date}>
                {majuscule(formaterJour(date))}
                <span>{direPlages(demies)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>À savoir</h2>
      <ul>
        <li>
          {d.surTempsTravail
            ? 'La formation a lieu sur votre temps de travail : vos heures sont payées comme d’habitude.'
            : 'La formation a lieu en dehors de votre temps de travail.'}
        </li>
        <li>Vous signez la feuille d’émargement chaque demi-journée : elle prouve votre présence.</li>
        <li>
          En cas de retard ou d’absence, prévenez-nous le jour même
          {telephone && (
            <>
              {' '}
              au <span className="insecable">{telephone}</span>
            </>
          )}
          .
        </li>
        <li>
          Un trajet, un horaire, une garde d’enfant qui pose problème : dites-le nous avant le premier jour.
        </li>
      </ul>
      <section className="bloc">
        <h2>Remise en main propre</h2>
        <Signatures
          parties={[
            { role: femme ? 'La stagiaire' : 'Le stagiaire', nom: nomUsuel(stagiaire) },
            { role: 'La structure', nom: structure.raisonSociale, qualite: d.referent?.nom ?? '' },
          ]}
        />
      </section>
    </Feuille>
  );
}
