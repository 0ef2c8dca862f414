import { randomFillSync } from 'node:crypto';
import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from '../db/contexte.ts';

let derniere = 0;
let rang = 0;

/**
 * UUID version 7 (RFC 9562), sorted by creation: within one millisecond the twelve bits after the time count up
 * (method 1), and a full count borrows from the millisecond to come.
 */
export function uuidV7(): string {
  const maintenant = Date.now();
  rang = maintenant > derniere ? 0 : (rang + 1) % 0x1000;
  derniere = Math.max(maintenant, rang === 0 ? derniere + 1 : derniere);
  const octets = randomFillSync(new Uint8Array(16));
  for (let place = 0; place < 6; place += 1)
    octets[place] = Math.floor(derniere / 2 ** (8 * (5 - place))) & 0xff;
  octets[6] = 0x70 | (rang >> 8);
  octets[7] = rang & 0xff;
  octets[8] = (octets[8]! & 0x3f) | 0x80;
  const hexa = Buffer.from(octets).toString('hex');
  return [hexa.slice(0, 8), hexa.slice(8, 12), hexa.slice(12, 16), hexa.slice(16, 20), hexa.slice(20)].join(
    '-',
  );
}

const TAILLE_JOURNAL = 1_000_000;

/** Local technical log: codes, durations and stacks, never what the user typed. Kept in two files of 1 MB at most. */
export function journalDans(dossier: string): Ports['log'] {
  const chemin = join(dossier, 'journal.log');
  return (niveau, message) => {
    try {
      appendFileSync(chemin, `${new Date().toISOString()} ${niveau} ${message.replaceAll('\n', '\n  ')}\n`);
      if (statSync(chemin).size > TAILLE_JOURNAL) renameSync(chemin, `${chemin}.1`);
    } catch {
      // A full or read-only disk must not turn a log line into a second failure.
    }
  };
}
