import { Checkbox } from '@mantine/core';
import { FREINS } from '../../../shared/nomenclatures/salaries.ts';
import styles from './saisie.module.css';
import type { Form, Saisie } from './saisie.ts';

const COLONNES = [
  { cle: 'interne', titre: 'Accompagné en interne' },
  { cle: 'externe', titre: 'Accompagné en externe' },
] as const;

/** The eight headings of the ASP: concerned or not, accompanied here or elsewhere, and nothing more. */
export function ChampsFreins({ form }: { form: Form }) {
  const { freins } = form.values;
  const poser = (code: Saisie['freins'][number]['frein'], change: Partial<Saisie['freins'][number]> | null) =>
    form.setFieldValue(
      'freins',
      FREINS.valeurs.flatMap(({ code: autre }) => {
        const lu = freins.find(({ frein }) => frein === autre);
        if (autre !== code) return lu ?? [];
        return change === null ? [] : { interne: false, externe: false, ...lu, frein: code, ...change };
      }),
    );
  return (
    <>
      <p className={styles.aide}>
        Ce que le bilan demande, et rien de plus : aucune explication n’est gardée. Cocher un accompagnement
        dit que la personne est concernée.
      </p>
      <table className={styles.freins} aria-label="Freins à l’emploi">
        <thead>
          <tr>
            <th scope="col">Frein</th>
            <th scope="col">Concerné</th>
            {COLONNES.map(({ cle, titre }) => (
              <th key={cle} scope="col">
                {titre}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FREINS.valeurs.map(({ code, label }) => {
            const lu = freins.find(({ frein }) => frein === code);
            return (
              <tr key={code}>
                <th scope="row">{label}</th>
                <td>
                  <Checkbox
                    aria-label={`${label} : concerné`}
                    checked={lu !== undefined}
                    styles={{ body: { justifyContent: 'center' } }}
                    onChange={() => poser(code, lu ? null : {})}
                  />
                </td>
                {COLONNES.map(({ cle, titre }) => (
                  <td key={cle}>
                    <Checkbox
                      aria-label={`${label} : ${titre.toLowerCase()}`}
                      checked={lu?.[cle] ?? false}
                      styles={{ body: { justifyContent: 'center' } }}
                      onChange={() => poser(code, { [cle]: !lu?.[cle] })}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
