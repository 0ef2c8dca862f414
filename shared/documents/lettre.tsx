import { formaterDateLongue, formaterSiret, formaterTelephone } from '../format.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import { GENRES_SIAE } from '../nomenclatures/structures.ts';
import type { Structure } from '../parametres/schema.ts';
import { chaineCss } from './page-a4.tsx';
import { TexteSimple } from './texte-simple.tsx';

/** All a letter says, its fields already replaced. */
export interface DonneesLettre {
  /** Lines of the address block. */
  adresse: readonly string[];
  date: string;
  objet: string;
  corps: string;
  signataire: { nom: string; fonction: string };
}

/**
 * A letter folded in three in a DL envelope: the window (100 × 35 mm, 20 mm from the right edge and from the bottom)
 * shows the sheet from 50 to 85 mm down, from 100 to 195 mm across; the block stays inside whatever the play.
 */
export const CSS_LETTRE = `
.lettre { font-size: 10.4pt; line-height: 1.5; }
.lettre p { margin-bottom: 2.8mm; }
.lettre ul { margin-bottom: 2.8mm; padding-left: 6mm; }
.lettre-tete { display: flex; gap: 4mm; height: 36mm; overflow: hidden; }
.lettre-tete img { display: block; flex: none; max-width: 36mm; max-height: 20mm; object-fit: contain; }
.lettre-tete > div { width: 88mm; }
.lettre-nom { margin-bottom: 0.6mm; font-size: 12.4pt; line-height: 1.25; font-weight: 690; color: #0a4f49; overflow-wrap: anywhere;
  display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
.lettre-tete small { display: block; font-size: 8.6pt; line-height: 1.42; color: #4d4d4d; }
.lettre-adresse { height: 32mm; margin-left: 92mm; width: 84mm; overflow: hidden; font-size: 10.4pt; line-height: 1.36;
  overflow-wrap: anywhere; }
.lettre-adresse div:first-child { font-weight: 620; }
.lettre .lettre-date { margin: 7mm 0 9mm 92mm; }
.lettre .lettre-objet { margin-bottom: 7mm; }
.lettre-objet span { color: #4d4d4d; }
.lettre-objet strong { font-weight: 640; }
.lettre-signature { break-inside: avoid; margin: 9mm 0 0 92mm; min-height: 26mm; }
.lettre-signature strong { display: block; font-weight: 620; }
`;

/** Letters count their own pages, not those of the mailing: no number, and the particulars of the structure below. */
export function cssPiedLettre(structure: Structure): string {
  return `@page { @bottom-left { content: ${chaineCss(piedLettre(structure))}; width: 180mm; text-align: center; }
  @bottom-right { content: none; } }`;
}

export function piedLettre(structure: Structure): string {
  const ville = [structure.codePostal, structure.ville].filter(Boolean).join(' ');
  return [
    structure.raisonSociale,
    [structure.adresse, ville].filter(Boolean).join(', '),
    structure.siret && `SIRET ${formaterSiret(structure.siret)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** One letter on its own sheet, in the French layout. */
export function Lettre({ d, structure }: { d: DonneesLettre; structure: Structure }) {
  const ville = [structure.codePostal, structure.ville].filter(Boolean).join(' ');
  const lieu = structure.ville ? `${structure.ville}, le ` : 'Le ';
  return (
    <section className="feuille">
      <article className="lettre">
        <header className="lettre-tete">
          {structure.logo && <img src={structure.logo} alt="" />}
          <div>
            <div className="lettre-nom">{structure.raisonSociale}</div>
            <small>{label(GENRES_SIAE, structure.genre)}</small>
            <small>{[structure.adresse, ville].filter(Boolean).join(', ')}</small>
            <small>
              {[structure.telephone && formaterTelephone(structure.telephone), structure.courriel]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </div>
        </header>
        <div className="lettre-adresse">
          {d.adresse.map((ligne) => (
            <div key={ligne}>{ligne}</div>
          ))}
        </div>
        <p className="lettre-date">
          {lieu}
          {formaterDateLongue(d.date).replace(/^\S+ /, '').replace(/^1 /, '1er ')}
        </p>
        {d.objet && (
          <p className="lettre-objet">
            <span>Objet : </span>
            <strong>{d.objet}</strong>
          </p>
        )}
        <TexteSimple texte={d.corps} />
        <div className="lettre-signature">
          <strong>{d.signataire.nom}</strong>
          {d.signataire.fonction}
        </div>
      </article>
      <div className="pied-ecran" aria-hidden="true">
        {piedLettre(structure)}
      </div>
    </section>
  );
}

/** Sheets of 21 labels, 63.5 × 38.1 mm, three across: the commonest ones. */
export const CSS_ETIQUETTES = `
@page { size: A4; margin: 0; @bottom-left { content: none; } @bottom-right { content: none; } }
.planche { display: grid; grid-template-columns: repeat(3, 63.5mm); grid-auto-rows: 38.1mm; column-gap: 2.5mm;
  width: 210mm; height: 297mm; padding: 15.1mm 7.2mm 0; align-content: start; overflow: hidden; background: #fff; }
.planche + .planche { break-before: page; }
.etiquette { display: flex; flex-direction: column; justify-content: center; padding: 3mm 5mm; overflow: hidden;
  font-size: 9.4pt; line-height: 1.32; overflow-wrap: anywhere; }
.etiquette div:first-child { font-weight: 620; }
`;

const PAR_PLANCHE = 21;

/** Address labels, 21 to a sheet. */
export function Etiquettes({ adresses }: { adresses: readonly (readonly string[])[] }) {
  const planches = Array.from({ length: Math.ceil(adresses.length / PAR_PLANCHE) }, (_, rang) => rang);
  return planches.map((planche) => (
    <section className="planche" key={planche}>
      {adresses.slice(planche * PAR_PLANCHE, (planche + 1) * PAR_PLANCHE).map((adresse, rang) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered.
        <div className="etiquette" key={rang}>
          {adresse.map((ligne) => (
            <div key={ligne}>{ligne}</div>
          ))}
        </div>
      ))}
    </section>
  ));
}
