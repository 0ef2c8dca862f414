/** Sector of the list `secteurs` proposed for a code, by the longest beginning that is known. Only proposed: people decide. */
function plusLong(code: string, table: Readonly<Record<string, string>>): string | null {
  for (let longueur = code.length; longueur > 0; longueur -= 1) {
    const secteur = table[code.slice(0, longueur)];
    if (secteur !== undefined) return secteur || null;
  }
  return null;
}

/** Beginnings of NAF codes, without the point; the first four digits mean the same in both versions where given here. */
const NAF: Readonly<Record<string, string>> = {
  '01': 'agriculture',
  '02': 'agriculture',
  '03': 'agriculture',
  '05': 'industrie',
  '06': 'industrie',
  '07': 'industrie',
  '08': 'industrie',
  '09': 'industrie',
  '1': 'industrie',
  '10': 'agroalimentaire',
  '11': 'agroalimentaire',
  '13': 'textile',
  '14': 'textile',
  '15': 'textile',
  '2': 'industrie',
  '3': 'industrie',
  '37': 'recyclage',
  '38': 'recyclage',
  '39': 'recyclage',
  '41': 'batiment',
  '42': 'batiment',
  '43': 'batiment',
  '45': 'automobile',
  '46': 'commerce',
  '4677': 'recyclage',
  '47': 'commerce',
  '4779': 'textile',
  '49': 'transport',
  '50': 'transport',
  '51': 'transport',
  '52': 'transport',
  '53': 'transport',
  '55': 'restauration',
  '56': 'restauration',
  '58': 'numerique',
  '59': 'culture',
  '60': 'culture',
  '61': 'numerique',
  '62': 'numerique',
  '63': 'numerique',
  '64': 'bureau',
  '65': 'bureau',
  '66': 'bureau',
  '68': 'bureau',
  '69': 'bureau',
  '70': 'bureau',
  '71': 'bureau',
  '7112': 'batiment',
  '7120A': 'automobile',
  '73': 'numerique',
  '80': 'securite',
  '81': 'nettoyage',
  '8130': 'espaces_verts',
  '82': 'bureau',
  '8292': 'industrie',
  '84': 'services_publics',
  '85': 'formation',
  '86': 'sante_social',
  '87': 'sante_social',
  '88': 'sante_social',
  '8810A': 'aide_personne',
  '8891A': 'aide_personne',
  '90': 'culture',
  '91': 'culture',
  '92': 'culture',
  '93': 'culture',
  '9601': 'nettoyage',
  '97': 'aide_personne',
};

/** `81.30Z` → `espaces_verts`; null where the activity says nothing of a sector (holdings, agencies, associations…). */
export function secteurDeNaf(code: string): string | null {
  return plusLong(code.replace('.', ''), NAF);
}

const ROME: Readonly<Record<string, string>> = {
  A: 'agriculture',
  A12: 'espaces_verts',
  B18: 'textile',
  C: 'bureau',
  D: 'commerce',
  D11: 'commerce',
  E: 'numerique',
  F: 'batiment',
  G: 'restauration',
  G11: 'culture',
  G12: 'culture',
  G13: 'culture',
  H: 'industrie',
  H21: 'agroalimentaire',
  H24: 'textile',
  I: 'industrie',
  I1203: 'batiment',
  I1401: 'numerique',
  I16: 'automobile',
  J: 'sante_social',
  K11: 'sante_social',
  K12: 'sante_social',
  K13: 'aide_personne',
  K14: 'services_publics',
  K15: 'services_publics',
  K17: 'services_publics',
  K21: 'formation',
  K22: 'nettoyage',
  K23: 'recyclage',
  K2305: 'nettoyage',
  K25: 'securite',
  L: 'culture',
  M: 'bureau',
  M18: 'numerique',
  N: 'transport',
};

/** `A1203` → `espaces_verts`; null where the métier is found in every sector. */
export function secteurDeRome(code: string): string | null {
  return plusLong(code, ROME);
}
