import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
let personnes: Awaited<ReturnType<typeof parcours>>;
beforeEach(async () => {
  e = essai();
  personnes = await parcours(e);
});
afterEach(() => e.fermer());

type Saisie = Entree<'immersions.create'>;
type Genre = NonNullable<Entree<'immersions.page'>['genre']>;

const AUTRES = ['avenant', 'accueil', 'presence'] as const satisfies readonly Genre[];

const saisie = (reste: Partial<Saisie> = {}): Saisie =>
  saisieComplete(personnes.salarieId, personnes.organisationId, {
    referentId: personnes.referentId,
    ...reste,
  });

const creer = async (reste: Partial<Saisie> = {}) => (await e.reussir('immersions.create', saisie(reste))).id;

/** A draft may lack dates and hours. */
const VIDE = { debut: null, fin: null, horaires: [[], [], [], [], [], [], []], modeContrat: '' } as const;

async function html(id: string, genre: Genre): Promise<string> {
  await e.reussir('immersions.page', { id, genre });
  return e.traces.pages.at(-1)!;
}

const papier = async (id: string, genre: Genre) =>
  (await e.reussir('immersions.papiers', { id })).find((celui) => celui.genre === genre);

const piece = (sha256: string) => join(e.dossier, 'pieces', sha256);

describe.each(AUTRES)('%s', (genre) => {
  test('is drawn as a draft until it is issued; then what it says is frozen', async () => {
    const id = await creer();
    expect(await html(id, genre)).toContain('Projet, à ne pas signer');
    const { edition, sha256 } = await e.reussir('immersions.issue', { id, genre });
    expect(edition).toBe(1);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await papier(id, genre)).toMatchObject({ change: false, editions: [{ edition: 1, sha256 }] });

    await e.reussir('immersions.update', { id, ...saisie({ fin: '2026-04-16' }) });
    expect(await papier(id, genre)).toMatchObject({ change: true });
    const fige = await html(id, genre);
    expect(fige).not.toContain('Projet, à ne pas signer');
    expect(fige).toContain('17/04/2026');
    expect(fige).not.toContain('16/04/2026');
  });

  test('a new letterhead withdraws nothing; a new name of the structure does', async () => {
    const id = await creer();
    await e.reussir('immersions.issue', { id, genre });
    const { structure } = await e.reussir('parametres.get', {});
    const autre = { ...structure!, conventionNumero: 'ACI 2027', courriel: 'contact@exemple.fr' };
    await e.reussir('parametres.saveStructure', autre);
    expect(await papier(id, genre)).toMatchObject({ change: false });
    await e.reussir('parametres.saveStructure', { ...autre, raisonSociale: 'Les Ateliers du Mont' });
    expect(await papier(id, genre)).toMatchObject({ change: true });
  });

  test('is issued again only when asked to, and says that it replaces', async () => {
    const id = await creer();
    await e.reussir('immersions.issue', { id, genre });
    expect(await e.appeler('immersions.issue', { id, genre, remplace: true })).toMatchObject({
      error: { code: 'regle', message: 'Rien n’a changé depuis la dernière version : elle vaut toujours.' },
    });
    await e.reussir('immersions.update', { id, ...saisie({ fin: '2026-04-16' }) });
    expect(await e.appeler('immersions.issue', { id, genre })).toMatchObject({ error: { code: 'regle' } });
    expect(await e.reussir('immersions.issue', { id, genre, remplace: true })).toMatchObject({ edition: 2 });
    expect(await html(id, genre)).toContain('Elle remplace les précédentes');
    expect((await papier(id, genre))?.editions.map(({ edition }) => edition)).toEqual([2, 1]);
    await e.reussir('immersions.page', { id, genre, edition: 1 });
    expect(e.traces.pages.at(-1)).not.toContain('Elle remplace');
  });

  test('its PDF is kept and given back byte for byte; lost, it is made again from what was frozen', async () => {
    const id = await creer();
    const { sha256 } = await e.reussir('immersions.issue', { id, genre });
    const imprimees = e.traces.pdf.length;
    await e.reussir('immersions.pdf', { id, genre });
    expect(e.traces.pdf).toHaveLength(imprimees);
    const rendu = e.traces.fichiers.at(-1)!;
    rmSync(piece(sha256), { force: true });
    await e.reussir('immersions.update', { id, ...saisie({ fin: '2026-04-16' }) });
    await e.reussir('immersions.pdf', { id, genre });
    expect(e.traces.pdf).toHaveLength(imprimees + 1);
    expect(e.traces.pdf.at(-1)).toContain('17/04/2026');
    expect(Buffer.from(e.traces.fichiers.at(-1)!.contenu as Uint8Array)).toEqual(
      Buffer.from(rendu.contenu as Uint8Array),
    );
  });

  test('of a draft that lacks all: drawn, never issued', async () => {
    const id = await creer({ ...VIDE, horaires: [[], [], [], [], [], [], []] });
    expect(await html(id, genre)).toContain('Diallo');
    expect((await papier(id, genre))?.obstacle).not.toBe('');
    expect(await e.appeler('immersions.issue', { id, genre })).toMatchObject({ error: { code: 'regle' } });
  });

  test('of an immersion that does not exist, or of no id at all', async () => {
    expect(await e.appeler('immersions.page', { id: idDeRang(999), genre })).toMatchObject({
      error: { code: 'introuvable' },
    });
    expect(await e.appeler('immersions.issue', { id: 'x', genre })).toMatchObject({
      error: { code: 'entree-invalide' },
    });
  });
});

describe('amendment to the contract', () => {
  async function contrats(liste: Entree<'salaries.create'>['contrats']) {
    const fiche = await e.reussir('salaries.get', { id: personnes.salarieId });
    const { id, prenom, nom, sexe, naissance, telephone } = fiche;
    await e.reussir('salaries.update', { id, prenom, nom, sexe, naissance, telephone, contrats: liste });
  }

  test('is not listed for somebody without a contract', async () => {
    await contrats([]);
    const id = await creer();
    expect(await papier(id, 'avenant')).toBeUndefined();
    expect(await e.appeler('immersions.issue', { id, genre: 'avenant' })).toMatchObject({
      error: { code: 'regle' },
    });
  });

  test('names the contract that runs on the first day, or says that none does', async () => {
    await contrats([
      { nature: 'cddi', debut: '2025-01-01', fin: '2025-12-31', minutesHebdo: 1560 },
      { nature: 'cdd_usage', debut: '2026-01-01', fin: '2026-06-30', minutesHebdo: 1200 },
    ]);
    const id = await creer();
    const page = await html(id, 'avenant');
    expect(page).toContain('Avenant au contrat à durée déterminée d’usage');
    expect(page).toContain('du 01/01/2026 au 30/06/2026');
    await contrats([{ nature: 'cddi', debut: '2025-01-01', fin: '2025-12-31', minutesHebdo: 1560 }]);
    expect((await papier(id, 'avenant'))?.obstacle).toContain(
      'Aucun contrat de travail ne court le 07/04/2026',
    );
  });
});
