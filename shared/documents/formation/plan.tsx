import { nomMoisCourt } from '../../bilans/libelles.ts';
import {
  accorder,
  formaterDate,
  formaterDuree,
  formaterNombre,
  formaterTaux,
  insecables,
} from '../../format.ts';
import type { LignePlan, PlanAnnee } from '../../formation/plan.ts';
import {
  AXES_DE_SESSION,
  DEFINITIONS_PLAN,
  direBudget,
  direPartenaires,
  estVide,
  indicateursPlan,
  NOMS_AXES,
  placeDansAnnee,
  resteDe,
  type TablePlan,
  tables,
  tauxDe,
} from '../../formation/plan-parties.ts';
import { formaterEuros, formaterEurosRonds } from '../../montant.ts';
import { GENRES_FORMATION_COURTS } from '../../nomenclatures/formation.ts';
import type { Structure } from '../../parametres/schema.ts';
import { Entete, Feuille, piedDe } from '../page-a4.tsx';
import { HeuresParMois } from './heures-mois.tsx';

export const STYLE_PLAN = `
@page { size: A4 landscape; margin: 11mm 12mm 15mm; }
@media screen { .feuille { width: 297mm; min-height: 210mm; padding: 11mm 12mm 15mm; } }
.plan table { font-size: 8.4pt; }
.plan tbody th { background: none; font-weight: 500; overflow-wrap: break-word; }
.plan svg { display: block; height: 30mm; }
.plan tfoot th, .plan tfoot td { font-weight: 650; background: #f1efe9; }
.plan thead th { line-height: 1.2; }
.plan .large { width: 62mm; }
.cote-a-cote { display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm; align-items: start; }
.legende { display: flex; gap: 6mm; margin: 0 0 2mm; padding: 0; list-style: none; font-size: 8pt; color: #4d4d4d; }
.legende li { display: flex; align-items: center; gap: 1.4mm; margin: 0; }
.legende i { width: 6mm; height: 3mm; box-sizing: border-box; }
.legende .prevues { border: 0.3mm dashed #4d4d4d; }
.legende .engagees { border: 0.2mm solid #0e6b62; background: #d5e8e4; }
.legende .realisees { background: #0e6b62; }
.calendrier-plan { table-layout: fixed; }
.calendrier-plan th:first-child { width: 74mm; }
.calendrier-plan thead th { padding: 0.8mm 0; text-align: center; }
.calendrier-plan thead th:first-child { padding-left: 1.6mm; text-align: left; }
.calendrier-plan td { position: relative; height: 5mm; padding: 0;
  background: repeating-linear-gradient(90deg, transparent 0 calc(100% / 12 - 0.2mm), #cfcac0 calc(100% / 12 - 0.2mm) calc(100% / 12)); }
.calendrier-plan .barre { position: absolute; top: 1.1mm; bottom: 1.1mm; min-width: 1.2mm; box-sizing: border-box;
  border: 0.3mm solid #0e6b62; background: #d5e8e4; }
.calendrier-plan .barre[data-statut="envisagee"] { border-style: dashed; background: #fff; }
.orientations { white-space: pre-line; overflow-wrap: anywhere; }
.definitions { grid-template-columns: 44mm minmax(0, 1fr); }
.definitions dt { font-weight: 600; color: #1a1a1a; }
.definitions dd { font-weight: 400; }
`;

/** The plan de formation of a year, for the conseil d'administration and the funders: figures, sessions, money, needs. */
export function PagePlan(props: { plan: PlanAnnee; structure: Structure; etabliLe: string }) {
  const { plan, structure, etabliLe } = props;
  const { annee, arreteAu, note } = plan;
  return (
    <Feuille pied={piedDe(structure)}>
      <div className="plan">
        <Entete
          structure={structure}
          references={[`Plan de formation ${annee}`, `établi le ${formaterDate(etabliLe)}`]}
        />
        <h1>Plan de formation {annee}</h1>
        <p className="chapeau">
          {insecables(
            [
              arreteAu && `Heures réalisées arrêtées au ${formaterDate(arreteAu)}.`,
              note.presenteLe && `Présenté au conseil d’administration le ${formaterDate(note.presenteLe)}.`,
              plan.avant && `Comparé à l’année ${annee - 1} entière.`,
            ]
              .filter(Boolean)
              .join(' '),
          )}
        </p>
        {note.orientations && (
          <>
            <h2>Orientations</h2>
            <p className="orientations">{note.orientations}</p>
          </>
        )}
        {estVide(plan) ? (
          <p>Aucune session et aucun financement sur cette année.</p>
        ) : (
          <Chiffres plan={plan} />
        )}
        <Besoins plan={plan} />
        <div className="bloc">
          <h2>Ce que comptent ces chiffres</h2>
          <dl className="definitions">
            {DEFINITIONS_PLAN.flatMap(({ terme, texte }) => [
              <dt key={terme}>{terme}</dt>,
              <dd key={`${terme}, texte`}>{insecables(texte)}</dd>,
            ])}
          </dl>
        </div>
      </div>
    </Feuille>
  );
}

function Chiffres({ plan }: { plan: PlanAnnee }) {
  return (
    <>
      <h2>L’essentiel</h2>
      <div className="cote-a-cote">
        <Essentiel plan={plan} />
        <Taux plan={plan} />
      </div>
      <div className="bloc">
        <h2>Heures par mois</h2>
        <HeuresParMois mois={plan.parMois} />
        <ul className="legende">
          <li>
            <i className="prevues" /> prévues
          </li>
          <li>
            <i className="engagees" /> engagées
          </li>
          <li>
            <i className="realisees" /> réalisées
          </li>
        </ul>
      </div>
      {tables(plan).map((table) => (
        <div className="bloc" key={table.axe}>
          <h2>{table.titre}</h2>
          <Repartition table={table} plan={plan} />
        </div>
      ))}
      <Argent plan={plan} />
      {plan.sessions.length > 0 && (
        <>
          <h2>Sessions de l’année</h2>
          <Sessions plan={plan} />
          {/* A page's worth of lines is not cut: its head alone at the foot of a page says nothing. */}
          <div className={plan.sessions.length > 28 ? undefined : 'bloc'}>
            <h2>Calendrier</h2>
            <Calendrier plan={plan} />
          </div>
        </>
      )}
    </>
  );
}

function Essentiel({ plan }: { plan: PlanAnnee }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Indicateur</th>
          <th scope="col" className="nombre">
            {plan.annee}
          </th>
          {plan.avant && (
            <th scope="col" className="nombre">
              {plan.annee - 1}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {indicateursPlan(plan).map(({ label, texte, avant }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="nombre">
              <strong>{texte}</strong>
            </td>
            {plan.avant && <td className="nombre">{avant}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Taux({ plan }: { plan: PlanAnnee }) {
  return (
    <div>
      <table>
        <thead>
          <tr>
            <th scope="col">Taux</th>
            <th scope="col" className="nombre" />
            <th scope="col">Base</th>
            <th scope="col">À part</th>
          </tr>
        </thead>
        <tbody>
          {tauxDe(plan).map(({ code, label, taux, base, apart }) => (
            <tr key={code}>
              <th scope="row" className="insecable">
                {label}
              </th>
              <td className="nombre">
                <strong>{taux}</strong>
              </td>
              <td>{insecables(base)}</td>
              <td>{insecables(apart)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {[direBudget(plan), direPartenaires(plan)].filter(Boolean).map((phrase) => (
        <p key={phrase} className="petit">
          {insecables(phrase)}
        </p>
      ))}
    </div>
  );
}

function Repartition({ table, plan }: { table: TablePlan; plan: PlanAnnee }) {
  const parSession = AXES_DE_SESSION.includes(table.axe);
  const cellules = ({ figures, avant }: Pick<LignePlan, 'figures' | 'avant'>) => (
    <>
      {parSession && <td className="nombre">{formaterNombre(figures.sessions)}</td>}
      <td className="nombre">{formaterNombre(figures.stagiaires)}</td>
      <td className="nombre">{formaterNombre(figures.inscriptions)}</td>
      <td className="nombre">{formaterDuree(figures.prevues)}</td>
      <td className="nombre">{formaterDuree(figures.engagees)}</td>
      <td className="nombre">{formaterDuree(figures.realisees)}</td>
      <td className="nombre">{formaterTaux(figures.realisees, figures.engagees)}</td>
      {plan.avant && <td className="nombre">{avant ? formaterDuree(avant.realisees) : ''}</td>}
      <td className="nombre">{formaterEurosRonds(figures.cout)}</td>
      <td className="nombre">{formaterEurosRonds(figures.accorde)}</td>
      <td className="nombre">{formaterEurosRonds(figures.attendu)}</td>
      <td className="nombre">{formaterEurosRonds(resteDe(figures))}</td>
    </>
  );
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" className="large">
            {NOMS_AXES[table.axe]}
          </th>
          {[
            ...(parSession ? ['Sessions'] : []),
            'Stagiaires',
            'Inscriptions',
            'Prévues',
            'Engagées',
            'Réalisées',
            'Taux',
            ...(plan.avant ? [`Réalisées ${plan.annee - 1}`] : []),
            'Coût',
            'Accordé',
            'Attendu',
            'Reste',
          ].map((titre) => (
            <th key={titre} scope="col" className="nombre">
              {titre}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.lignes.map((ligne) => (
          <tr key={ligne.code}>
            <th scope="row">{ligne.nom}</th>
            {cellules(ligne)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">L’année</th>
          {cellules(plan)}
        </tr>
      </tfoot>
    </table>
  );
}

function Argent({ plan }: { plan: PlanAnnee }) {
  const { phases, financeurs, figures } = plan;
  if (figures.cout === 0 && financeurs.length === 0) return null;
  return (
    <div className="cote-a-cote bloc" style={{ gridTemplateColumns: '2fr 3fr' }}>
      <div>
        <h2>Coûts et financements par poste</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">Poste</th>
              {['Coût', 'Accordé', 'Attendu', 'Reste'].map((titre) => (
                <th key={titre} scope="col" className="nombre">
                  {titre}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {phases
              .filter(({ cout, accorde, attendu }) => cout > 0 || accorde > 0 || attendu > 0)
              .map((phase) => (
                <tr key={phase.code}>
                  <th scope="row">{phase.nom}</th>
                  <Montants valeurs={[phase.cout, phase.accorde, phase.attendu, resteDe(phase)]} />
                </tr>
              ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">L’année</th>
              <Montants valeurs={[figures.cout, figures.accorde, figures.attendu, resteDe(figures)]} />
            </tr>
          </tfoot>
        </table>
      </div>
      {financeurs.length > 0 && (
        <div>
          <h2>Par financeur</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">Financeur</th>
                {['Demandé', 'Accordé', 'Attendu', 'Refusé', 'Versé', 'À recevoir'].map((titre) => (
                  <th key={titre} scope="col" className="nombre">
                    {titre}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {financeurs.map(({ id, nom, demande, accorde, attendu, refuse, verse, aRecevoir }) => (
                <tr key={id}>
                  <th scope="row">{nom}</th>
                  <Montants valeurs={[demande, accorde, attendu, refuse, verse, aRecevoir]} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Montants({ valeurs }: { valeurs: readonly number[] }) {
  return valeurs.map((valeur, rang) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: columns never move.
    <td key={rang} className="nombre">
      {formaterEuros(valeur)}
    </td>
  ));
}

function Sessions({ plan }: { plan: PlanAnnee }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Session</th>
          <th scope="col">Nature</th>
          <th scope="col">Organisme</th>
          <th scope="col">Dates</th>
          {['Heures', 'Stagiaires', 'Places', 'Coût', 'Accordé', 'Reste'].map((titre) => (
            <th key={titre} scope="col" className="nombre">
              {titre}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plan.sessions.map((session) => (
          <tr key={session.id}>
            <th scope="row" className="large">
              {session.numero} · {session.titre}
              {session.statut === 'envisagee' ? ' (envisagée)' : ''}
            </th>
            <td>{GENRES_FORMATION_COURTS[session.genre] ?? session.genre}</td>
            <td>{session.organisme || 'En interne'}</td>
            <td className="insecable">
              {formaterDate(session.debut)}
              {session.fin === session.debut ? '' : ` → ${formaterDate(session.fin)}`}
            </td>
            <td className="nombre">{formaterDuree(session.minutes)}</td>
            <td className="nombre">
              {formaterNombre(session.engages)} sur {formaterNombre(session.prevus)}
            </td>
            <td className="nombre">
              {session.placesMin} à {session.placesMax}
            </td>
            <Montants valeurs={[session.cout, session.accorde, resteDe(session)]} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The sessions of the year against its twelve months. */
function Calendrier({ plan }: { plan: PlanAnnee }) {
  return (
    <>
      <table className="calendrier-plan">
        <thead>
          <tr>
            <th scope="col">Session</th>
            {plan.parMois.map(({ mois }) => (
              <th key={mois} scope="col">
                {nomMoisCourt(mois)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row">
                {session.numero} · {session.titre}
              </th>
              <td colSpan={12}>
                <span
                  className="barre"
                  data-statut={session.statut}
                  style={placeDansAnnee(plan.annee, session)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="petit">
        {accorder(plan.sessions.length, 'session')} ; en pointillé, celles qui sont seulement envisagées.
      </p>
    </>
  );
}

function Besoins({ plan }: { plan: PlanAnnee }) {
  if (plan.besoins.length === 0) return null;
  return (
    <div className="bloc">
      <h2>Besoins qu’aucune session ne couvre encore</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Thème</th>
            {['Personnes', 'dont prioritaires', 'Places libres sur les sessions à venir'].map((titre) => (
              <th key={titre} scope="col" className="nombre">
                {titre}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.besoins.map(({ theme, nom, personnes, prioritaires, places }) => (
            <tr key={theme}>
              <th scope="row">{nom}</th>
              <td className="nombre">{formaterNombre(personnes)}</td>
              <td className="nombre">{formaterNombre(prioritaires)}</td>
              <td className="nombre">{formaterNombre(places)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
