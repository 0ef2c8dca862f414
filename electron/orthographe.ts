import type { Session } from 'electron';

/**
 * Spelling in French with what the system has (Windows and macOS have their own checker). Elsewhere Chromium would
 * download a dictionary, so it is switched off; the address below answers nothing (port 9 is refused before any
 * connection) in case a Windows without the French language pack falls back to a download.
 */
export function regler(session: Session, platform = process.platform): void {
  session.setSpellCheckerDictionaryDownloadURL('https://127.0.0.1:9/');
  if (platform === 'linux') session.setSpellCheckerEnabled(false);
  else if (platform === 'win32' && session.availableSpellCheckerLanguages.includes('fr'))
    session.setSpellCheckerLanguages(['fr']);
}
