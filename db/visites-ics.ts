import ICAL from 'ical.js';
import { formaterTelephone } from '../shared/format.ts';

/** Everything an appointment says, as plain text: the writer of the format does the escaping. */
export interface RendezVous {
  /** Of the interview: the same appointment sent again replaces the one in the calendar. */
  id: string;
  date: string;
  /** Minutes since midnight; null: the whole day. */
  heure: number | null;
  dureeMinutes: number;
  titre: string;
  lieu: string;
  details: readonly string[];
  telephone: string;
  /** UTC ISO instants. */
  creeLe: string;
  modifieLe: string;
}

/** Rules of Paris since 1996, the form calendars expect beside a local time. */
const PARIS = `BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`.replaceAll('\n', '\r\n');

const RAPPEL_MINUTES = 60;

/** What a calendar must never receive: control characters other than the line breaks it escapes. */
const propre = (texte: string) =>
  texte
    .toWellFormed()
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\u2028\u2029]/g, '\n');
const surUneLigne = (texte: string) => propre(texte).replace(/\s+/g, ' ').trim();

function instantUtc(iso: string): InstanceType<typeof ICAL.Time> {
  return ICAL.Time.fromJSDate(new Date(iso), true);
}

function local(date: string, minutes: number): InstanceType<typeof ICAL.Time> {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const hour = Math.trunc(minutes / 60);
  return new ICAL.Time(
    { year, month, day, hour, minute: minutes % 60, second: 0 },
    ICAL.Timezone.localTimezone,
  );
}

/** An appointment as an iCalendar file, with its time zone and a reminder an hour before. */
export function versIcs(rendezVous: RendezVous): string {
  const { date, heure, lieu, details, telephone } = rendezVous;
  const calendrier = new ICAL.Component('vcalendar');
  calendrier.addPropertyWithValue('version', '2.0');
  calendrier.addPropertyWithValue('prodid', '-//Passerelle//Visites//FR');
  calendrier.addPropertyWithValue('method', 'PUBLISH');
  calendrier.addSubcomponent(new ICAL.Component(ICAL.parse(PARIS)));
  const evenement = new ICAL.Component('vevent');
  evenement.addPropertyWithValue('uid', `visite-${rendezVous.id}@passerelle`);
  evenement.addPropertyWithValue('dtstamp', instantUtc(rendezVous.modifieLe));
  evenement.addPropertyWithValue('created', instantUtc(rendezVous.creeLe));
  evenement.addPropertyWithValue('last-modified', instantUtc(rendezVous.modifieLe));
  // Grows with each change: without it, calendars keep the appointment they have.
  const sequence = Math.max(0, Date.parse(rendezVous.modifieLe) - Date.parse(rendezVous.creeLe));
  evenement.addPropertyWithValue('sequence', Math.min(Math.trunc(sequence / 1000), 2 ** 31 - 1));
  if (heure === null) {
    evenement.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(date));
  } else {
    const debut = local(date, heure);
    const fin = debut.clone();
    fin.addDuration(ICAL.Duration.fromSeconds(rendezVous.dureeMinutes * 60));
    for (const [nom, valeur] of [
      ['dtstart', debut],
      ['dtend', fin],
    ] as const)
      evenement.addPropertyWithValue(nom, valeur).setParameter('tzid', 'Europe/Paris');
  }
  evenement.addPropertyWithValue('summary', surUneLigne(rendezVous.titre));
  if (lieu) evenement.addPropertyWithValue('location', surUneLigne(lieu));
  const description = [...details, telephone && `Téléphone : ${formaterTelephone(telephone)}`].filter(
    Boolean,
  );
  if (description.length > 0) evenement.addPropertyWithValue('description', propre(description.join('\n')));
  const rappel = new ICAL.Component('valarm');
  rappel.addPropertyWithValue('action', 'DISPLAY');
  rappel.addPropertyWithValue('description', surUneLigne(rendezVous.titre));
  rappel.addPropertyWithValue('trigger', ICAL.Duration.fromSeconds(-RAPPEL_MINUTES * 60));
  evenement.addSubcomponent(rappel);
  calendrier.addSubcomponent(evenement);
  return `${calendrier.toString()}\r\n`;
}
