import type { DossierBilan } from '../../bilans/dossier.ts';
import { aLaComparaison } from '../../bilans/regles.ts';
import { formaterDate, insecables } from '../../format.ts';
import { Entete, Feuille, piedDe } from '../page-a4.tsx';
import { TexteSimple } from '../texte-simple.tsx';
import { Annexe } from './annexe.tsx';
import { Methode } from './methode.tsx';
import { Section } from './section.tsx';
import { Synthese } from './synthese.tsx';

/** A bilan on paper: what it is about, the year in a few figures, its headings, words of people, its method, its rows. */
export function DocumentBilan({ dossier }: { dossier: DossierBilan }) {
  const { bilan, structure, etabliLe, edition, annexes } = dossier;
  const pied = piedDe(structure);
  return (
    <>
      <Feuille pied={pied}>
        <Entete
          structure={structure}
          references={[
            bilan.profil.nom,
            edition ? `version ${edition.edition}, émise le ${formaterDate(etabliLe)}` : '',
            edition ? edition.auteur && `par ${edition.auteur}` : `établi le ${formaterDate(etabliLe)}`,
          ].filter(Boolean)}
        />
        <h1>{insecables(bilan.titre)}</h1>
        <Identite dossier={dossier} />
        <Synthese bilan={bilan} />
        {bilan.sections.map((section) => (
          <Section key={section.code} section={section} bilan={bilan} />
        ))}
        {bilan.temoignages.length > 0 && (
          <section>
            <h2>Paroles</h2>
            {bilan.temoignages.map(({ id, texte, signature, date }) => (
              <blockquote key={id}>
                <TexteSimple texte={texte} />
                <footer>
                  {signature}, le {formaterDate(date)}
                </footer>
              </blockquote>
            ))}
          </section>
        )}
      </Feuille>
      <Feuille pied={pied}>
        <Methode bilan={bilan} etabliLe={etabliLe} />
      </Feuille>
      {annexes.length > 0 && (
        <Feuille pied={pied}>
          {annexes.map((annexe, rang) => (
            <Annexe key={annexe.source} annexe={annexe} rang={rang + 1} />
          ))}
        </Feuille>
      )}
    </>
  );
}

function Identite({ dossier: { bilan } }: { dossier: DossierBilan }) {
  const { periode, arreteAu, precedente, convention, filtres } = bilan;
  const lignes: (readonly [string, string | null])[] = [
    [
      'Période',
      [
        `du ${formaterDate(periode.debut)} au ${formaterDate(periode.fin)}`,
        arreteAu && `arrêtée au ${formaterDate(arreteAu)}`,
        precedente && `comparée ${aLaComparaison(precedente)}`,
      ]
        .filter(Boolean)
        .join(', '),
    ],
    [
      'Convention',
      convention &&
        [convention.intitule, convention.numero && `n° ${convention.numero}`, convention.financeur]
          .filter(Boolean)
          .join(', '),
    ],
    ['À rendre', convention?.aRendreLe ? `le ${formaterDate(convention.aRendreLe)}` : null],
    ['Seulement', filtres.map(({ par, valeurs }) => `${par} : ${valeurs.join(', ')}`).join(' ; ')],
  ];
  return (
    <dl className="identite">
      {lignes.flatMap(([nom, valeur]) =>
        valeur ? [<dt key={nom}>{nom}</dt>, <dd key={`${nom}, valeur`}>{insecables(valeur)}</dd>] : [],
      )}
    </dl>
  );
}
