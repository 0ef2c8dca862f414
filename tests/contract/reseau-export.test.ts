import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Essai, essai } from '../appui.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const dernier = () => new TextDecoder('utf-8', { ignoreBOM: true }).decode(e.traces.fichiers.at(-1)!.contenu);

test('the export holds what the list shows, in its order, ready for French Excel', async () => {
  await e.reussir('reseau.create', {
    nom: 'Garage Petit',
    ville: 'Riom',
    codePostal: '63200',
    categorie: 'artisan',
    effectif: 9,
    naf: '4332A',
    secteur: 'batiment',
    zone: 'Nord',
    roles: [{ role: 'client' }, { role: 'employeur', fin: '2024-12-31' }],
    metiers: [{ libelle: 'Menuiserie' }, { libelle: 'Pose' }],
    saison: [11, 12, 1, 2],
    conditions: ['vestiaires'],
    origine: 'prospection',
  });
  const { id } = await e.reussir('reseau.create', {
    nom: '=HYPERLINK("http://x")',
    genre: 'siae',
    genreSiae: 'EI',
    siret: '42414308900037',
    telephone: '+33 4 73 11 22 33',
    autreTelephone: '+49 7851 994 0',
    ville: 'Bourg-en-Bresse',
    codePostal: '01000',
    note: 'Deux\nlignes ; et "guillemets"',
  });
  await e.reussir('reseau.saveInterlocuteur', {
    organisationId: id,
    prenom: 'Léa',
    nom: 'Sow',
    intitule: 'cheffe',
  });
  await e.reussir('reseau.saveInterlocuteur', { organisationId: id, nom: 'Parti', fin: '2024-01-01' });
  expect(await e.reussir('reseau.export', { format: 'csv', tri: 'nom', sens: 'desc' })).toEqual({
    etat: 'enregistre',
    nom: 'reseau-2026-03-24.csv',
  });
  expect(dernier()).toBe(
    [
      '\ufeffNom;Type;Activité;Convention collective;SIRET;Adresse;Ville;Téléphone;Autre téléphone;Courriel;Autre courriel;Site;Interlocuteurs;Dernier échange;Prochaine action;Sorte d’organisation;Salariés;Taille;Code NAF;Secteur;Zone;Stade;Rôles;Suivie par;Métiers;Haute saison;Conditions d’accueil;Origine;Ne plus contacter depuis;Note',
      `"'=HYPERLINK(""http://x"")";EI;;;424 143 089 00037;;01000 Bourg-en-Bresse;04 73 11 22 33;0049 78 51 99 40;;;;Léa Sow (cheffe);;;;;;;;;À prospecter;;;;;;;;"Deux\nlignes ; et ""guillemets"""`,
      'Garage Petit;;;;;;63200 Riom;;;;;;;;;Artisan;9;TPE;43.32A;Bâtiment, travaux publics;Nord;À prospecter;Client;;Menuiserie, Pose;de novembre à février;Vestiaires;Prospection;;',
      '',
    ].join('\r\n'),
  );
  await e.reussir('reseau.export', { format: 'csv', recherche: 'garage' });
  expect(dernier().split('\r\n')).toHaveLength(3);
  await e.reussir('reseau.export', { format: 'csv', recherche: '***' });
  expect(dernier().split('\r\n')).toHaveLength(2);
});
