import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai } from '../appui.ts';
import { parcours } from '../immersions.ts';

let e: Essai;
let salarieId: string;

beforeEach(async () => {
  e = essai();
  ({ salarieId } = await parcours(e));
});
afterEach(() => e.fermer());

const fichier = (texte: string, reste: Partial<Entree<'heures.analyser'>> = {}) => ({
  nom: 'paie.csv',
  contenu: Buffer.from(texte).toString('base64'),
  annee: 2026,
  mois: '2026-02',
  ...reste,
});

const ajouter = async (prenom: string, nom: string, naissance: string, ...debuts: [string, string][]) =>
  (
    await e.reussir('salaries.create', {
      prenom,
      nom,
      sexe: 'F',
      naissance,
      telephone: '',
      contrats: debuts.map(([debut, fin]) => ({ nature: 'cddi' as const, debut, fin, minutesHebdo: 1560 })),
    })
  ).id;

const minutes = async () =>
  (await e.reussir('heures.annee', { annee: 2026 })).lignes.map(({ mois }) =>
    mois.slice(0, 3).map((une) => une.minutes),
  );

describe('a payroll file', () => {
  test('of one month, said by whoever imports it', async () => {
    const demande = fichier('Nom;Prénom;Heures\nDIALLO;Aminata;112,67\nTOTAL;;112,67\nDUPONT;Paul;80\n');
    const analyse = await e.reussir('heures.analyser', demande);
    expect(analyse.moisDemande).toBe(true);
    expect(analyse.lignes.map(({ ligne, etat }) => [ligne, etat])).toEqual([
      [2, 'prete'],
      [3, 'rejetee'],
      [4, 'inconnue'],
    ]);
    expect(analyse.lignes[0]!.valeurs).toEqual([{ mois: '2026-02', minutes: 6760, avant: null }]);
    expect(await minutes()).toEqual([[null, null, null]]);
    expect(await e.reussir('heures.importer', demande)).toMatchObject({
      changees: 1,
      identiques: 0,
      restees: 2,
    });
    expect(await minutes()).toEqual([[null, 6760, null]]);
    expect((await e.reussir('heures.analyser', demande)).lignes[0]!.etat).toBe('identique');
    expect(await e.reussir('heures.importer', demande)).toMatchObject({
      id: null,
      changees: 0,
      identiques: 1,
    });
  });

  test('of a month by line, or of twelve in columns', async () => {
    const long = fichier(
      'Salarié;Mois;Heures\nDiallo Aminata;01/2026;100\nDiallo Aminata;02/2026;101\nDiallo Aminata;x;5\n',
    );
    const analyse = await e.reussir('heures.analyser', long);
    expect(analyse.lignes.map(({ etat }) => etat)).toEqual(['prete', 'prete', 'rejetee']);
    await e.reussir('heures.importer', long);
    expect(await minutes()).toEqual([[6000, 6060, null]]);
    const large = fichier('Salarié;janvier;février;mars;avril\nDiallo Aminata;100;99;12,5;60\n');
    const { lignes, cases } = await e.reussir('heures.analyser', large);
    expect(lignes[0]).toMatchObject({ etat: 'prete', remarques: [expect.stringContaining('avril 2026')] });
    expect(cases).toBe(2);
    await e.reussir('heures.importer', large);
    expect(await minutes()).toEqual([[6000, 5940, 750]]);
  });

  test('two people of one name: asked, then kept apart', async () => {
    const autre = await ajouter('Aminata', 'Diallo', '1970-01-01', ['2026-01-01', '2026-12-31']);
    const texte = 'Nom;Prénom;Heures\nDiallo;Aminata;100\nDiallo;Aminata;90\n';
    const { lignes } = await e.reussir('heures.analyser', fichier(texte));
    expect(lignes.map(({ etat }) => etat)).toEqual(['choisir', 'choisir']);
    expect(lignes[0]!.candidats.map(({ id }) => id).sort()).toEqual([autre, salarieId].sort());
    expect((await e.appeler('heures.importer', fichier(texte))).ok).toBe(false);
    const choix = [
      { ligne: 2, salarieId },
      { ligne: 3, salarieId: autre },
    ];
    await e.reussir('heures.importer', fichier(texte, { choix }));
    const { lignes: notees } = await e.reussir('heures.annee', { annee: 2026 });
    expect(notees.map((ligne) => [ligne.salarie.id, ligne.mois[1]!.minutes]).sort()).toEqual(
      [
        [salarieId, 6000],
        [autre, 5400],
      ].sort(),
    );
  });

  test('a month with two contracts is shared out to the minute, and two lines of one person add up', async () => {
    await ajouter(
      'Zoé',
      'Œuvrard-N’Diaye',
      '1990-01-01',
      ['2026-01-01', '2026-02-14'],
      ['2026-02-15', '2026-06-30'],
    );
    const texte = 'Salarié;Heures\nŒUVRARD N’DIAYE Zoé;100\nZoe Oeuvrard N Diaye;1\n';
    const analyse = await e.reussir('heures.analyser', fichier(texte));
    expect(analyse.lignes[0]!.remarques[0]).toContain('2 contrats');
    expect(analyse.lignes[1]!.remarques.join(' ')).toContain('ligne 2');
    await e.reussir('heures.importer', fichier(texte));
    const siennes = (await e.reussir('heures.annee', { annee: 2026 })).lignes.filter(
      ({ salarie }) => salarie.id !== salarieId,
    );
    expect(siennes.map(({ mois }) => mois[1]!.minutes)).toEqual([3030, 3030]);
  });

  test('hours without contract, or of a line left aside, are not written', async () => {
    const texte = 'Salarié;Mois;Heures\nDiallo Aminata;08/2025;100\nDiallo Aminata;02/2026;100\n';
    const { lignes } = await e.reussir(
      'heures.analyser',
      fichier(texte, { choix: [{ ligne: 3, salarieId: null }] }),
    );
    expect(lignes.map(({ etat }) => etat)).toEqual(['rejetee', 'laissee']);
    expect(lignes[0]!.raison).toContain('Pas de contrat en août 2025');
  });

  test('is taken back whole', async () => {
    const texte = 'Salarié;janvier;février\nDiallo Aminata;100;99\n';
    const { id } = await e.reussir('heures.importer', fichier(texte));
    expect(await e.reussir('heures.lots', {})).toMatchObject([
      { id, origine: 'import', nom: 'paie.csv', cases: 2 },
    ]);
    expect(await e.reussir('heures.annulerImport', { id: id! })).toEqual({ rendues: 2, gardees: 0 });
    expect(await minutes()).toEqual([[null, null, null]]);
  });

  test.each([
    ['empty', '', {}],
    ['columns of another', 'Nom;Heures\nDiallo;3\n', { colonnes: ['nom' as const] }],
  ])('%s is refused', async (_, texte, reste) => {
    expect((await e.appeler('heures.analyser', fichier(texte, reste))).ok).toBe(false);
  });

  test('without names nor hours says what to choose', async () => {
    const { avertissements, lignes } = await e.reussir('heures.analyser', fichier('a;b\nc;d\n'));
    expect(avertissements).toHaveLength(2);
    expect(lignes.map(({ etat }) => etat)).toEqual(['rejetee']);
  });
});
