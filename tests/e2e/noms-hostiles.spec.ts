import { dateLocale } from '../../shared/dates.ts';
import { expect, ouvrir, structurePrete, test } from './hote.ts';

/** Names as a hostile address list could hold them; each would leave a trace if it ever became markup. */
const IMAGE = '<img src=x onerror="globalThis.pirate=1">';
const SCRIPT = '"><script>globalThis.pirate=1</script><b>';
const LIEN = 'javascript:globalThis.pirate=1';

test('hostile names stay names, on every screen', async ({ page, hote }) => {
  await structurePrete(hote);
  const { id: organisationId } = await hote.appeler('reseau.create', {
    nom: `Faure ${IMAGE}`,
    ville: `Riom ${SCRIPT}`,
    activite: SCRIPT,
    site: LIEN,
    note: `${IMAGE}\n${LIEN}`,
  });
  await hote.appeler('reseau.saveInterlocuteur', {
    organisationId,
    prenom: IMAGE,
    nom: `Roche ${SCRIPT}`,
    intitule: IMAGE,
  });
  const { id: salarieId } = await hote.appeler('salaries.create', {
    prenom: IMAGE,
    nom: `Traoré ${SCRIPT}`,
    sexe: 'F',
    naissance: '1990-05-17',
    telephone: '',
    contrats: [{ nature: 'cdi_inclusion', debut: '2024-01-08', fin: null, minutesHebdo: 1560 }],
  });
  await hote.appeler('sollicitations.planRelance', {
    organisationId,
    libelle: `Rappeler ${IMAGE}`,
    echeance: dateLocale(new Date()),
  });

  for (const ecran of ['/', '/reseau', `/reseau/${organisationId}`, '/salaries', `/salaries/${salarieId}`]) {
    await ouvrir(page, hote, ecran);
    await expect(page.getByRole('main').getByText('onerror').first(), ecran).toBeVisible();
    const traces = await page.evaluate(() => ({
      pirate: 'pirate' in globalThis,
      balises: document.querySelectorAll('img[src="x"], main b:empty, script:not([src])').length,
      liens: document.querySelectorAll('a[href^="javascript:"]').length,
    }));
    expect(traces, ecran).toEqual({ pirate: false, balises: 0, liens: 0 });
  }
});
