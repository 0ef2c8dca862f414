import type { DateCivile } from '../../dates.ts';
import { accorder, formaterDate, formaterDuree, formaterTaux, insecables, MOIS } from '../../format.ts';
import type { Suivi } from '../../formation/suivi.ts';
import {
  CERTIFICATEURS,
  GENRES_FORMATION,
  MOTIFS_PRESENCE_FORMATION,
  RESULTATS_CERTIFICATION,
} from '../../nomenclatures/formation.ts';
import { label } from '../../nomenclatures/nomenclature.ts';
import { avecFonction, nomUsuel, Remplace, referencesPapier } from '../immersion/commun.tsx';
import { Entete, Feuille, Mentions, piedDe, Signatures } from '../page-a4.tsx';
import { TexteSimple } from '../texte-simple.tsx';
import {
  datesSession,
  nomOrganisme,
  type ReperesSession,
  type Stagiaire,
  titreStagiaire,
} from './commun.tsx';

interface Attestation extends ReperesSession {
  stagiaire: Stagiaire & { naissance: DateCivile };
  genre: string;
  suivi: Suivi;
  /** Last day followed, when it was stopped before the end. */
  interrompuLe: DateCivile | null;
}

export type DonneesAssiduite = Attestation;

export interface DonneesFinFormation extends Attestation {
  objectif: string;
  contenu: string;
  certification: { registre: string; code: string; titre: string } | null;
  resultat: string;
  resultatLe: DateCivile | null;
}

export const CSS_ATTESTATION = `
.attestation { margin: 5mm 0 4mm; font-size: 10.6pt; line-height: 1.55; }
.suivi { width: auto; min-width: 110mm; }
.suivi tbody th { background: none; font-weight: 500; }
.suivi tfoot th, .suivi tfoot td { font-weight: 640; background: #f1efe9; }
.suivi tfoot { display: table-row-group; }
`;

export const titreAssiduite = (d: DonneesAssiduite) => titreStagiaire('Attestation d’assiduité', d);
export const titreFinFormation = (d: DonneesFinFormation) =>
  titreStagiaire('Attestation de fin de formation', d);

/** `2026-03` → `mars 2026`. */
const nomDuMois = (mois: string) => `${MOIS[Number(mois.slice(5)) - 1]} ${mois.slice(0, 4)}`;

function Tete(props: { d: Attestation; nom: string; reference: string; projet: boolean; edition: number }) {
  const { d, nom, reference, projet, edition } = props;
  return (
    <>
      <Entete
        structure={d.structure}
        references={referencesPapier(`${reference}, session ${d.numero}`, { projet, edition })}
      />
      <h1>{nom}</h1>
      <Remplace edition={edition} />
    </>
  );
}

/** Who certifies: the training body, in the hand of its trainer or of somebody else. */
function Signature({ d }: { d: Attestation }) {
  return (
    <section className="bloc">
      <h2>Signatures</h2>
      <Signatures
        parties={[
          ...(d.organisme
            ? [{ role: 'L’organisme de formation', nom: d.organisme, qualite: d.formateur }]
            : []),
          {
            role: 'La structure',
            nom: d.structure.raisonSociale,
            qualite: avecFonction(d.referent),
          },
          {
            role: d.stagiaire.sexe === 'F' ? 'La stagiaire' : 'Le stagiaire',
            nom: nomUsuel(d.stagiaire),
          },
        ]}
      />
    </section>
  );
}

/** `Mme Aminata Diallo, née le 14/07/1991`. */
function identite({ stagiaire }: Attestation): string {
  const femme = stagiaire.sexe === 'F';
  return `${femme ? 'Mme' : 'M.'} ${nomUsuel(stagiaire)}, ${femme ? 'née' : 'né'} le ${formaterDate(stagiaire.naissance)}`;
}

function TableSuivi({ suivi }: { suivi: Suivi }) {
  return (
    <table className="suivi" aria-label="Heures par mois">
      <thead>
        <tr>
          <th scope="col">Mois</th>
          <th scope="col" className="nombre">
            Prévu
          </th>
          <th scope="col" className="nombre">
            Suivi
          </th>
          <th scope="col" className="nombre">
            Assiduité
          </th>
        </tr>
      </thead>
      <tbody>
        {suivi.mois.map(({ mois, prevues, realisees }) => (
          <tr key={mois}>
            <th scope="row">{nomDuMois(mois)}</th>
            <td className="nombre">{formaterDuree(prevues)}</td>
            <td className="nombre">{formaterDuree(realisees)}</td>
            <td className="nombre">{formaterTaux(realisees, prevues)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <td className="nombre">{formaterDuree(suivi.minutesPrevues)}</td>
          <td className="nombre">{formaterDuree(suivi.minutesSuivies)}</td>
          <td className="nombre">{formaterTaux(suivi.minutesSuivies, suivi.minutesPrevues)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

export function AttestationAssiduite(props: { d: DonneesAssiduite; projet: boolean; edition: number }) {
  const { d, projet, edition } = props;
  const { suivi } = d;
  return (
    <Feuille pied={piedDe(d.structure)} projet={projet}>
      <Tete d={d} nom="Attestation d’assiduité" reference="Assiduité" projet={projet} edition={edition} />
      <p className="attestation">
        {nomOrganisme(d)} atteste que {identite(d)}, a suivi la formation{' '}
        <strong>{insecables(`« ${d.formation} »`)}</strong>
        {suivi.du && suivi.au && `, ${datesSession({ debut: suivi.du, fin: suivi.au })}`}, pour{' '}
        <strong>{formaterDuree(suivi.minutesSuivies)}</strong> sur {formaterDuree(suivi.minutesPrevues)}{' '}
        prévues.
      </p>
      <Mentions
        lignes={[
          ['Nature', label(GENRES_FORMATION, d.genre)],
          ['Session', `n° ${d.numero}, ${datesSession(d)}`],
          ['Lieu', d.lieu],
          ['Formateur', d.formateur],
        ]}
      />
      <h2>Heures suivies</h2>
      <TableSuivi suivi={suivi} />
      {suivi.absences.length > 0 && (
        <>
          <h3>Ce qui n’a pas été suivi</h3>
          <ul>
            {suivi.absences.map(({ motif, demiJournees, minutes }) => (
              <li key={motif}>
                {insecables(
                  `${motif ? label(MOTIFS_PRESENCE_FORMATION, motif) : 'Sans motif noté'} : ${accorder(demiJournees, 'demi-journée')}, ${formaterDuree(minutes)}`,
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {d.interrompuLe && <p>La formation a été interrompue le {formaterDate(d.interrompuLe)}.</p>}
      <p className="petit">
        D’après les feuilles d’émargement : {accorder(suivi.notees, 'demi-journée')}{' '}
        {suivi.notees > 1 ? 'relevées' : 'relevée'}
        {suivi.restantes > 0 &&
          ` ; ${accorder(suivi.restantes, 'autre')} à venir ou à relever, non ${suivi.restantes > 1 ? 'comptées' : 'comptée'} ici`}
        .
      </p>
      <Signature d={d} />
    </Feuille>
  );
}

/** What came of the certification; a training without one attests what was followed. */
function Resultat({ d }: { d: DonneesFinFormation }) {
  const { certification, resultat, resultatLe } = d;
  if (certification === null && resultat === '') return null;
  return (
    <>
      <h2>Résultat</h2>
      <Mentions
        lignes={[
          ...(certification
            ? [
                [
                  'Certification visée',
                  [certification.titre, certification.code || label(CERTIFICATEURS, certification.registre)]
                    .filter(Boolean)
                    .join(', '),
                ] as const,
              ]
            : []),
          [
            'Résultat',
            resultat
              ? [label(RESULTATS_CERTIFICATION, resultat), resultatLe && `le ${formaterDate(resultatLe)}`]
                  .filter(Boolean)
                  .join(', ')
              : 'pas encore connu',
          ],
        ]}
      />
    </>
  );
}

export function AttestationFinFormation(props: { d: DonneesFinFormation; projet: boolean; edition: number }) {
  const { d, projet, edition } = props;
  const { suivi } = d;
  return (
    <Feuille pied={piedDe(d.structure)} projet={projet}>
      <Tete
        d={d}
        nom="Attestation de fin de formation"
        reference="Fin de formation"
        projet={projet}
        edition={edition}
      />
      <p className="attestation">
        {nomOrganisme(d)} atteste que {identite(d)}, est {d.stagiaire.sexe === 'F' ? 'allée' : 'allé'} au bout
        de la formation <strong>{insecables(`« ${d.formation} »`)}</strong>, {datesSession(d)}.
      </p>
      <Mentions
        lignes={[
          ['Nature', label(GENRES_FORMATION, d.genre)],
          ['Durée prévue', formaterDuree(d.minutes)],
          [
            'Heures suivies',
            `${formaterDuree(suivi.minutesSuivies)} sur ${formaterDuree(suivi.minutesPrevues)}, soit ${formaterTaux(suivi.minutesSuivies, suivi.minutesPrevues)}`,
          ],
          ['Lieu', d.lieu],
          ['Formateur', d.formateur],
        ]}
      />
      {d.objectif && (
        <>
          <h2>Objectifs</h2>
          <TexteSimple texte={d.objectif} />
        </>
      )}
      {d.contenu && (
        <>
          <h2>Contenu</h2>
          <TexteSimple texte={d.contenu} />
        </>
      )}
      <Resultat d={d} />
      <Signature d={d} />
    </Feuille>
  );
}
