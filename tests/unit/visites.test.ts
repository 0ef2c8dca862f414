import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { versIcs } from '../../db/visites-ics.ts';
import { profilDe } from '../../shared/visites/aide.ts';
import { courrielSimple, LOT_MAX, lotsCourriel, MAILTO_MAX } from '../../shared/visites/courriel.ts';
import {
  balise,
  blocsDe,
  CHAMPS_FUSION,
  champsDuTexte,
  fauteFusion,
  remplir,
  type ValeursFusion,
} from '../../shared/visites/fusion.ts';
import { formuleAppel, propositions, rangDestinataire } from '../../shared/visites/regles.ts';
import type { Faits } from '../../shared/visites/schema.ts';

const valeurs = Object.fromEntries(CHAMPS_FUSION.map(({ code }) => [code, `<${code}>`])) as ValeursFusion;

describe('fields of a text', () => {
  test('are replaced once, spaces inside the braces allowed', () => {
    expect(remplir('{{appel}} chez {{ organisation }}', valeurs)).toBe('<appel> chez <organisation>');
    expect(remplir('{{organisation}}', { ...valeurs, organisation: '{{auteur}}' })).toBe('{{auteur}}');
  });

  test('an empty one leaves no hole', () => {
    expect(remplir('la {{fonction}} de {{ville}}.\n', { ...valeurs, fonction: '' })).toBe('la de <ville>.\n');
  });

  test('an unknown one is named, with the one that was meant when there is one', () => {
    expect(fauteFusion('{{organisation}} {{ ville }}')).toBeNull();
    expect(fauteFusion('{{organisaton}}')).toContain('vouliez-vous écrire « {{organisation}} »');
    expect(fauteFusion('{{Telephone structure}}')).toContain('{{telephone_structure}}');
    expect(fauteFusion('{{hasOwnProperty}}')).toContain('n’existe pas');
    expect(fauteFusion('Bonjour {{ville, au revoir')).toContain('n’est pas fermé');
    expect(fauteFusion('une accolade { seule } se dit')).toBeNull();
  });

  test('only those of the list are found, each once', () => {
    expect(champsDuTexte('{{ville}} {{constructor}} {{ville}}')).toEqual(['ville']);
  });

  test('whatever the text: what is accepted holds no field once filled', () => {
    const morceau = fc.oneof(
      fc.constantFrom('{{', '}}', '{', '}', ...CHAMPS_FUSION.map(({ code }) => balise(code))),
      fc.string({ maxLength: 12 }),
    );
    const neutres = Object.fromEntries(CHAMPS_FUSION.map(({ code }) => [code, 'x'])) as ValeursFusion;
    fc.assert(
      fc.property(fc.array(morceau, { maxLength: 12 }), (morceaux) => {
        const texte = morceaux.join('');
        const rempli = remplir(texte, neutres);
        if (fauteFusion(texte) === null) expect(champsDuTexte(rempli)).toEqual([]);
      }),
    );
  });

  test('paragraphs and lists', () => {
    expect(blocsDe('Bonjour\nà vous\n\n- un\n- deux\nsuite')).toEqual([
      { genre: 'paragraphe', lignes: ['Bonjour', 'à vous'] },
      { genre: 'liste', lignes: ['un', 'deux'] },
      { genre: 'paragraphe', lignes: ['suite'] },
    ]);
    expect(blocsDe('\n \n')).toEqual([]);
  });
});

describe('e-mails', () => {
  const adresses = (nombre: number) =>
    Array.from({ length: nombre }, (_, rang) => `prenom.nom${rang}@une-organisation.fr`);

  test('nobody makes no lot, and one address is written once whatever its capitals', () => {
    expect(lotsCourriel([], 'Objet', 'Texte').lots).toEqual([]);
    expect(lotsCourriel(['A@b.fr', 'a@B.fr', 'pas une adresse'], 'O', 'T').lots).toHaveLength(1);
  });

  test('every lot fits, and all of them hold everybody', () => {
    const { lots, sansCorps } = lotsCourriel(adresses(300), 'Invitation', 'Bonjour,\n'.repeat(20));
    expect(sansCorps).toBe(false);
    for (const { lien, adresses: groupe } of lots) {
      expect(lien.length).toBeLessThanOrEqual(MAILTO_MAX);
      expect(groupe.length).toBeLessThanOrEqual(LOT_MAX);
    }
    expect(lots.flatMap(({ adresses: groupe }) => groupe)).toEqual(adresses(300));
  });

  test('a long text stays out of the link, and the addresses in', () => {
    const { lots, sansCorps } = lotsCourriel(adresses(30), 'Invitation', 'é'.repeat(2000));
    expect(sansCorps).toBe(true);
    expect(lots[0]!.lien).not.toContain('body=');
    expect(courrielSimple('a@b.fr', 'O', 'x'.repeat(3000)).sansCorps).toBe(true);
  });

  test('nothing typed can add a recipient or a header', () => {
    const hostile = 'Objet\r\nBcc: tous@ailleurs.fr&cc=autre@ailleurs.fr?to=x';
    const [lot] = courrielSimple('a?bcc=b&c=d@exemple.fr', hostile, hostile).lots;
    const url = new URL(lot!.lien);
    expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
    expect(url.searchParams.get('subject')).not.toMatch(/[\r\n]/);
    expect(url.pathname).not.toContain('&');
    fc.assert(
      fc.property(fc.string(), fc.string(), (objet, corps) => {
        const lien = lotsCourriel(['a@b.fr'], objet, corps).lots[0]!.lien;
        expect(lien).not.toMatch(/[\s"<>]/);
        for (const cle of new URL(lien).searchParams.keys())
          expect(['bcc', 'subject', 'body']).toContain(cle);
      }),
    );
  });
});

describe('appointment file', () => {
  const rendezVous = {
    id: '01900000-0000-7000-8000-000000000001',
    date: '2026-07-14',
    heure: 870,
    dureeMinutes: 60,
    titre: 'Visite : Œuvrard, N’Diaye; Fils',
    lieu: '3 rue du Port, 63200 Riom',
    details: ['Mme Claire Roche, Gérante', 'Objet : rencontre'],
    telephone: '0473112233',
    creeLe: '2026-03-24T11:00:00.000Z',
    modifieLe: '2026-03-25T09:30:00.000Z',
  };
  const lire = (texte: string) =>
    new ICAL.Event(new ICAL.Component(ICAL.parse(texte)).getFirstSubcomponent('vevent')!);

  test('says the hour of Paris, its length, its reminder, and the same name each time', () => {
    const texte = versIcs(rendezVous);
    expect(texte).toContain('DTSTART;TZID=Europe/Paris:20260714T143000');
    expect(texte).toContain('DTEND;TZID=Europe/Paris:20260714T153000');
    expect(texte).toContain('BEGIN:VTIMEZONE');
    expect(texte).toContain('UID:visite-01900000-0000-7000-8000-000000000001@passerelle');
    expect(texte).toContain('TRIGGER:-PT1H');
    expect(texte).toContain('DTSTAMP:20260325T093000Z');
    const calendrier = new ICAL.Component(ICAL.parse(texte));
    const zone = new ICAL.Timezone(calendrier.getFirstSubcomponent('vtimezone')!);
    const { startDate, summary } = lire(texte);
    expect(summary).toBe(rendezVous.titre);
    expect(startDate.convertToZone(ICAL.Timezone.utcTimezone).toString()).toContain('2026-07-14T');
    expect(zone.utcOffset(startDate)).toBe(7200);
    for (const ligne of texte.split('\r\n')) expect(Buffer.byteLength(ligne)).toBeLessThanOrEqual(75);
  });

  test('ends the next day when it must, and without an hour takes the day', () => {
    expect(versIcs({ ...rendezVous, heure: 1410 })).toContain('DTEND;TZID=Europe/Paris:20260715T003000');
    expect(versIcs({ ...rendezVous, heure: null })).toContain('DTSTART;VALUE=DATE:20260714');
  });

  test('a name cannot add a line of its own', () => {
    const hostile = 'X\r\nATTENDEE:mailto:a@b.fr\nEND:VEVENT\u2028BEGIN:VALARM\0';
    const texte = versIcs({
      ...rendezVous,
      titre: hostile,
      lieu: hostile,
      details: [hostile],
      telephone: hostile,
    });
    const lignes = texte.replace(/\r\n /g, '').split('\r\n');
    expect(lignes.filter((ligne) => /^(ATTENDEE|END:VEVENT|BEGIN:VALARM)/.test(ligne))).toEqual([
      'BEGIN:VALARM',
      'END:VEVENT',
    ]);
    expect(lire(texte).summary).toBe('X ATTENDEE:mailto:a@b.fr END:VEVENT BEGIN:VALARM');
  });
});

describe('who and how', () => {
  test('the letter opens with the civility, or with both', () => {
    expect(['Mme', 'M.', ''].map(formuleAppel)).toEqual(['Madame,', 'Monsieur,', 'Madame, Monsieur,']);
  });

  test('who decides comes first: by the kind of function, else by the words of the title', () => {
    const rang = (qualite: string, intitule: string) => rangDestinataire({ qualite, intitule });
    expect(rang('dirigeant', '')).toBeLessThan(rang('rh', ''));
    expect(rang('', 'Gérante')).toBe(rang('dirigeant', ''));
    expect(rang('', 'DRH')).toBeLessThan(rang('tuteur', ''));
  });

  test('advice follows the size, and public comes before it', () => {
    const fiche = { genre: '', categorie: '', taille: '', effectif: null };
    expect(profilDe(fiche)).toBe('inconnu');
    expect(profilDe({ ...fiche, effectif: 9 })).toBe('tpe');
    expect(profilDe({ ...fiche, effectif: 10 })).toBe('pme');
    expect(profilDe({ ...fiche, taille: 'ge' })).toBe('pme');
    expect(profilDe({ ...fiche, categorie: 'artisan' })).toBe('tpe');
    expect(profilDe({ ...fiche, categorie: 'commune', effectif: 4 })).toBe('public');
  });

  test('what was learnt completes the sheet and never cuts it', () => {
    const faits: Faits = {
      effectif: 8,
      taille: 'tpe',
      categorie: '',
      genre: '',
      activite: 'Élagage',
      saisonNote: '',
      recruteur: '',
      recrutements: ['interim'],
      conditions: [],
      motivations: [],
      metiers: [{ code: '', version: '', libelle: 'Élagueur' }],
      silence: false,
    };
    const dites = propositions(
      {
        effectif: 8,
        activite: 'elagage',
        recrutements: ['interim', 'annonces'],
        metiers: '- élagueur\n- Paysagiste, paysagiste',
        recruteur: '',
      },
      faits,
      (_, code) => code,
    );
    expect(dites.map(({ fait }) => fait)).toEqual([
      { champ: 'recrutements', valeur: ['interim', 'annonces'] },
      {
        champ: 'metiers',
        valeur: [...faits.metiers, { code: '', version: '', libelle: 'paysagiste' }],
      },
    ]);
  });
});
