import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estLienSysteme, LIEN_MAX, lienCourriel, lienTelephone } from '../../shared/joindre.ts';

test('a number is called in its international form when it has one', () => {
  expect(lienTelephone('0612345678')).toBe('tel:+33612345678');
  expect(lienTelephone('+4938123456')).toBe('tel:+4938123456');
  expect(lienTelephone('3949')).toBe('tel:3949');
  for (const numero of ['0612345678', '+4938123456', '3949', '15'])
    expect(estLienSysteme(lienTelephone(numero))).toBe(true);
});

test('an e-mail says what it was given, and no address or subject adds a recipient', () => {
  expect(lienCourriel({ a: ['claire@roche.fr'] })).toBe('mailto:claire@roche.fr');
  expect(
    lienCourriel({
      copieCachee: ["o'brien@b.fr", 'c@d.fr'],
      objet: 'Visite\r\nBcc: x@y.fr',
      corps: 'Un\ndeux',
    }),
  ).toBe('mailto:?bcc=o%27brien@b.fr,c@d.fr&subject=Visite%20Bcc%3A%20x%40y.fr&body=Un%0D%0Adeux');
  expect(lienCourriel({ a: ['a?bcc=tous@b.fr&x'] })).toBe('mailto:a%3Fbcc%3Dtous@b.fr%26x');
});

test('whatever is written, the link made of it may leave the window, and carries it whole', () => {
  const texte = fc
    .string({ maxLength: 60, unit: 'grapheme' })
    .filter((valeur) => !/[^\P{Cc}\t\r\n]|\p{Cs}/u.test(valeur));
  fc.assert(
    fc.property(texte, texte, (objet, corps) => {
      const lien = lienCourriel({ a: ['claire@roche.fr'], objet, corps });
      if (lien.length > LIEN_MAX) return;
      expect(estLienSysteme(lien)).toBe(true);
      const lus = new URL(lien).searchParams;
      expect(lus.get('subject') ?? '').toBe(objet.replace(/\s+/g, ' '));
      expect([...lus.keys()].every((cle) => ['subject', 'body'].includes(cle))).toBe(true);
    }),
  );
});
