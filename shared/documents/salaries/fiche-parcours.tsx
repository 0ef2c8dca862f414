import type { CSSProperties, ReactNode } from 'react';
import { ageAu, ecartJours } from '../../dates.ts';
import { accorder, enPhrase, formaterDate, formaterDuree, formaterTelephone } from '../../format.ts';
import { placeDuNom } from '../../immersions/calendrier.ts';
import { label, type Nomenclature } from '../../nomenclatures/nomenclature.ts';
import {
  CONTRATS,
  CRITERES,
  ETATS_OBJECTIF,
  ETATS_PROJET,
  FREINS,
  GENRES_ENTRETIEN,
  HORAIRES_POSSIBLES,
  NIVEAUX_FORMATION,
  PERMIS,
  PREPARATIONS,
  VEHICULES,
} from '../../nomenclatures/salaries.ts';
import type { Structure } from '../../parametres/schema.ts';
import { fenetreFrise, graduations, LIBELLES_TRAIT, pistesDe, placeDe } from '../../salaries/frise.ts';
import type { Parcours, Trait } from '../../salaries/parcours.ts';
import { finPass } from '../../salaries/regles-pass.ts';
import { direEtape } from '../../salaries/regles-suite.ts';
import type { SalarieFiche } from '../../salaries/schema.ts';
import { Entete, Feuille, piedDe } from '../page-a4.tsx';

/** Height of a lane (mm). */
const ETAGE = 5.2;

export const STYLE_PARCOURS = `
.colonnes dl { align-content: start; }
.parcours-temps { position: relative; height: 4.4mm; margin: 1mm 0 0 24mm; border-bottom: 0.25mm solid #9a9a9a; font-size: 7.6pt; color: #4d4d4d; }
.parcours-temps span { position: absolute; padding-left: 0.6mm; white-space: nowrap; border-left: 0.2mm solid #a8a8a8; height: 4.4mm; }
.parcours-piste { display: grid; grid-template-columns: 24mm minmax(0, 1fr); font-size: 8pt; }
.parcours-piste > span { color: #4d4d4d; align-self: center; }
.parcours-piste > div { position: relative; border-bottom: 0.2mm solid #e0e0e0; }
.parcours-barre, .parcours-nom { position: absolute; box-sizing: border-box; height: 4.2mm; }
.parcours-barre { border: 0.25mm solid #0e6b62; border-radius: 0.7mm; background: #e3f1ee; min-width: 0.8mm; }
.parcours-barre[data-sorte="pass"] { border-color: #6b6b6b; background: #fff; }
.parcours-barre[data-sorte="immersion"] { border-color: #2f77b8; background: repeating-linear-gradient(135deg, #cfe0f0 0 1.2mm, #fff 1.2mm 2.2mm); }
.parcours-barre[data-sorte="formation"] { border-color: #7c55b5; background: repeating-linear-gradient(90deg, #ded1ef 0 0.7mm, #fff 0.7mm 1.8mm); }
.parcours-barre[data-sorte="absence"] { border: 0.25mm dotted #9a5b00; background: #fff; }
.parcours-nom { padding: 0 1mm; line-height: 4.2mm; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.parcours-nom span { padding: 0 0.4mm; border-radius: 0.6mm; background: rgb(255 255 255 / 82%); }
.parcours-jour { position: absolute; top: 0; bottom: 0; border-left: 0.4mm dotted #1a1a1a; }
.parcours-table td:first-child { width: 44mm; }
.parcours-table td { overflow-wrap: anywhere; }
.parcours-table td:nth-child(3) { min-width: 32mm; }
`;

const plusieurs = <C extends string>(liste: Nomenclature<C>, codes: readonly C[]) =>
  codes.map((code) => label(liste, code)).join(', ');

/** Pairs that are known; a sheet of what is not known says nothing. */
function Connues({ lignes }: { lignes: readonly (readonly [string, string])[] }) {
  const dites = lignes.filter(([, valeur]) => valeur !== '');
  if (dites.length === 0) return null;
  return (
    <dl>
      {dites.flatMap(([terme, valeur]) => [
        <dt key={terme}>{terme}</dt>,
        <dd key={`${terme}, valeur`}>{valeur}</dd>,
      ])}
    </dl>
  );
}

function Dessin({ parcours, today }: { parcours: Parcours; today: string }) {
  const fenetre = fenetreFrise(parcours.traits, [], today, 'tout');
  const jours = ecartJours(fenetre.du, fenetre.au) + 1;
  const part = (nombre: number) => `${(nombre * 100).toFixed(2)}%`;
  return (
    <div className="bloc" aria-hidden="true">
      <div className="parcours-temps">
        {graduations(fenetre).map(({ date, label: nom, place }) => (
          <span key={date} style={{ left: part(place) }}>
            {nom}
          </span>
        ))}
      </div>
      {pistesDe(parcours.traits, fenetre).map(({ sorte, rangee }) => (
        <div className="parcours-piste" key={sorte}>
          <span>{LIBELLES_TRAIT[sorte]}</span>
          <div style={{ height: `${rangee.etages * ETAGE + 0.6}mm` }}>
            {rangee.barres.map((placee) => {
              const haut: CSSProperties = { top: `${placee.etage * ETAGE + 0.6}mm` };
              return (
                <div key={placee.barre.id}>
                  <span
                    className="parcours-barre"
                    data-sorte={sorte}
                    style={{
                      ...haut,
                      left: part(placee.depart / jours),
                      width: part(placee.largeur / jours),
                    }}
                  />
                  <span
                    className="parcours-nom"
                    style={{ ...haut, ...placeDuNom(placee, placee.barre.libelle.length, jours) }}
                  >
                    <span>{placee.barre.libelle}</span>
                  </span>
                </div>
              );
            })}
            <span className="parcours-jour" style={{ left: part(placeDe(today, fenetre)) }} />
          </div>
        </div>
      ))}
    </div>
  );
}

function Table({
  titre,
  colonnes,
  lignes,
}: {
  titre: string;
  colonnes: readonly string[];
  lignes: readonly (readonly string[])[];
}) {
  if (lignes.length === 0) return null;
  return (
    <>
      <h2>{titre}</h2>
      <table className="parcours-table">
        <thead>
          <tr>
            {colonnes.map((nom) => (
              <th scope="col" key={nom}>
                {nom}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lignes.map((cellules) => (
            <tr key={cellules.join(' ')}>
              {cellules.map((cellule, rang) => (
                <td key={colonnes[rang]}>{cellule}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const periode = ({ debut, fin }: { debut: string; fin: string | null }) =>
  fin ? `du ${formaterDate(debut)} au ${formaterDate(fin)}` : `depuis le ${formaterDate(debut)}`;

export interface DonneesParcours {
  salarie: SalarieFiche;
  parcours: Parcours;
  /** As the sheet names them; empty when unknown. */
  noms: { referent: string; encadrant: string; support: string; prescripteur: string; orienteur: string };
}

function Section({ titre, children }: { titre: string; children: ReactNode }) {
  return (
    <div className="bloc">
      <h2>{titre}</h2>
      {children}
    </div>
  );
}

/** The parcours of a person on a sheet, for a bilan with them or with the prescriber; of the interviews, their days only. */
export function PageParcours(props: DonneesParcours & { structure: Structure; etabliLe: string }) {
  const { salarie, parcours, noms, structure, etabliLe } = props;
  const nom = `${salarie.prenom} ${salarie.nom}`.trim();
  const deSorte = (sorte: Trait['sorte']) => parcours.traits.filter((trait) => trait.sorte === sorte);
  const accorde = salarie.sexe === 'F' ? 'née' : 'né';
  return (
    <Feuille pied={piedDe(structure)}>
      <Entete
        structure={structure}
        references={['Fiche de parcours', `établie le ${formaterDate(etabliLe)}`]}
      />
      <h1>{nom}</h1>
      <p className="chapeau">
        {accorde} le {formaterDate(salarie.naissance)}, {accorder(ageAu(salarie.naissance, etabliLe), 'an')}
      </p>
      <div className="colonnes">
        <Connues
          lignes={[
            ['Téléphone', formaterTelephone(salarie.telephone)],
            [
              'Adresse',
              [salarie.adresse, [salarie.codePostal, salarie.ville].filter(Boolean).join(' ')]
                .filter(Boolean)
                .join(', '),
            ],
            ['Niveau', salarie.niveauFormation ? label(NIVEAUX_FORMATION, salarie.niveauFormation) : ''],
            ['Prescripteur', [noms.prescripteur, salarie.prescripteurConseiller].filter(Boolean).join(', ')],
            [
              'Orientation',
              [noms.orienteur, salarie.orienteLe && `le ${formaterDate(salarie.orienteLe)}`]
                .filter(Boolean)
                .join(', '),
            ],
          ]}
        />
        <Connues
          lignes={[
            ['Référent', noms.referent],
            ['Encadrant', noms.encadrant],
            ['Support', noms.support],
            ['Prochain entretien', formaterDate(parcours.prochainEntretien?.date)],
            ['Prochaine étape', parcours.etapes.map(direEtape).join(' ; ') || 'aucune connue'],
          ]}
        />
      </div>
      {parcours.traits.length > 0 ? (
        <Section titre="Le parcours en un regard">
          <Dessin parcours={parcours} today={etabliLe} />
        </Section>
      ) : null}
      <Table
        titre="Contrats et PASS IAE"
        colonnes={['Période', 'Nature', 'Précisions']}
        lignes={[
          ...salarie.contrats.map((contrat) => [
            periode(contrat),
            label(CONTRATS, contrat.nature),
            [
              contrat.minutesHebdo !== null && `${formaterDuree(contrat.minutesHebdo)} par semaine`,
              contrat.renouvelleId !== null && 'renouvellement',
              contrat.suspensions.length > 0 && accorder(contrat.suspensions.length, 'suspension'),
            ]
              .filter(Boolean)
              .join(', '),
          ]),
          ...salarie.passIae.map((pass) => [
            periode({ debut: pass.debut, fin: finPass(pass) }),
            'PASS IAE',
            [pass.numero, finPass(pass) > pass.fin && `attestation jusqu’au ${formaterDate(pass.fin)}`]
              .filter(Boolean)
              .join(', '),
          ]),
        ]}
      />
      <Section titre="Projet et mobilité">
        <Connues
          lignes={[
            ['Projet', salarie.projetEtat ? label(ETATS_PROJET, salarie.projetEtat) : 'non renseigné'],
            ['En mots', salarie.projet],
            [
              'Métiers visés',
              salarie.metiersVises
                .map(({ libelle, code }) => (code ? `${libelle} (${code})` : libelle))
                .join(' ; '),
            ],
            ['Préparation', salarie.preparation ? label(PREPARATIONS, salarie.preparation) : ''],
            ['Permis', plusieurs(PERMIS, salarie.permis)],
            ['Véhicule', salarie.vehicule ? label(VEHICULES, salarie.vehicule) : ''],
            ['Zones', salarie.zones],
            ['Horaires possibles', plusieurs(HORAIRES_POSSIBLES, salarie.horairesPossibles)],
          ]}
        />
      </Section>
      <Table
        titre="Critères d’éligibilité"
        colonnes={['Critère', 'Constaté le', 'Justificatif']}
        lignes={salarie.criteres.map(({ critere, constateLe, justificatif }) => [
          label(CRITERES, critere),
          formaterDate(constateLe),
          justificatif || 'à ranger',
        ])}
      />
      <Table
        titre="Freins accompagnés"
        colonnes={['Frein', 'Accompagnement']}
        lignes={salarie.freins.map(({ frein, interne, externe }) => [
          label(FREINS, frein),
          [interne && 'en interne', externe && 'en externe'].filter(Boolean).join(' et ') || 'concerné',
        ])}
      />
      <Table
        titre="Objectifs"
        colonnes={['Fixé le', 'Objectif', 'État']}
        lignes={parcours.objectifs.map(({ fixeLe, libelle, etat, etatLe, echeance }) => [
          formaterDate(fixeLe),
          libelle,
          etat === 'en_cours'
            ? echeance
              ? `en cours, pour le ${formaterDate(echeance)}`
              : 'en cours'
            : `${enPhrase(label(ETATS_OBJECTIF, etat))} le ${formaterDate(etatLe)}`,
        ])}
      />
      <Table
        titre="Immersions"
        colonnes={['Période', 'Accueil', 'État']}
        lignes={deSorte('immersion').map((trait) => [periode(trait), trait.libelle, trait.precision])}
      />
      <Table
        titre="Formations"
        colonnes={['Période', 'Formation', 'État']}
        lignes={deSorte('formation').map((trait) => [periode(trait), trait.libelle, trait.precision])}
      />
      <Table
        titre="Entretiens"
        colonnes={['Date', 'Entretien', 'Avec']}
        lignes={parcours.entretiens
          .toReversed()
          .map(({ date, genre, auteur }) => [
            formaterDate(date),
            label(GENRES_ENTRETIEN, genre),
            auteur?.nom ?? '',
          ])}
      />
    </Feuille>
  );
}
