import type { DonneesConvention } from './convention.tsx';

/** Articles a line comes from, never cut by the end of a line. */
function Articles({ children }: { children: string }) {
  return <span className="insecable">({children})</span>;
}

/** What each party undertakes, in our own words, from the articles cited. */
export function Obligations({ d }: { d: DonneesConvention }) {
  const suspendu = d.modeContrat === 'suspendu';
  const salarie = d.structure.genre !== 'EITI';
  const prescripteur = d.prescripteur?.nom || d.structure.raisonSociale || 'Le prescripteur';
  const femme = d.beneficiaire?.sexe === 'F';
  return (
    <div>
      <h3>{femme ? 'La bénéficiaire' : 'Le bénéficiaire'}</h3>
      <ul>
        <li>
          Exerce les seules activités décrites ici, guidé{femme && 'e'} par la personne qui l’accueille.
        </li>
        <li>
          Respecte les horaires, le règlement intérieur et les consignes de santé et de sécurité de l’accueil,
          et porte les équipements remis.
        </li>
        <li>
          Prévient le jour même l’accueil et son référent d’une absence, d’une difficulté ou d’un accident,
          trajet compris.
        </li>
        <li>
          Garde pour soi ce qu’{femme ? 'elle' : 'il'} apprend des clients, des usagers et de l’entreprise.
        </li>
        <li>Prend part aux points d’étape et au bilan.</li>
        <li>
          Conserve son statut et ses droits ; a accès aux transports et aux installations collectives comme
          les personnes qui travaillent sur place <Articles>L5135-3</Articles>. Peut mettre fin à la période.
        </li>
      </ul>
      <h3>La structure d’accueil</h3>
      <ul>
        <li>
          Confie l’accueil, le suivi et les consignes de santé et de sécurité à la personne nommée au point 2{' '}
          <Articles>D5135-2</Articles>.
        </li>
        <li>
          Montre les lieux, les risques et les gestes sûrs avant toute activité, et fournit les équipements de
          protection nécessaires, sauf accord écrit ici.
        </li>
        <li>
          Ne confie ni la tâche régulière d’un poste permanent, ni un surcroît d’activité, ni un emploi
          saisonnier, ni un remplacement <Articles>L5135-7</Articles>.
        </li>
        <li>
          Applique ses règles de durée du travail, de repos, de nuit et de jours fériés, dans les limites de
          la loi <Articles>L5135-6</Articles>.
        </li>
        <li>
          Ne verse pas de salaire pour la période ; ouvre ses transports et ses installations collectives{' '}
          <Articles>L5135-3</Articles>.
        </li>
        <li>
          Laisse le référent rencontrer la personne sur place, et la personne se rendre aux points fixés.
        </li>
        <li>Vérifie que son assurance de responsabilité civile couvre la présence de la personne.</li>
        <li>
          Signale tout accident à la structure d’accompagnement dans les 24 heures, trajet compris{' '}
          <Articles>D5135-5</Articles>.
        </li>
        <li>Dit sans attendre une absence, une difficulté, un changement d’horaires ou d’activités.</li>
        <li>Évalue avec la personne, selon les modalités du point 5, et prend part au bilan.</li>
      </ul>
      <h3>La structure d’accompagnement</h3>
      <ul>
        <li>Nomme le référent, qui prépare la période, reste joignable et fait le point avec chacun.</li>
        <li>Aide à lever ce qui gêne : trajet, garde d’enfant, équipement, compréhension des consignes.</li>
        <li>
          Transmet sans délai un accident à {suspendu ? 'celui qui prescrit' : 'l’employeur'}, qui le déclare
          à la caisse d’assurance maladie dans les 48 heures <Articles>D5135-5</Articles>.
        </li>
        <li>
          Vérifie ce que dit cette convention et établit le bilan avec les parties{' '}
          <Articles>D5135-6</Articles>.
        </li>
        <li>Remet un exemplaire à chaque partie et garde la preuve des heures faites.</li>
      </ul>
      <h3>Le prescripteur</h3>
      <ul>
        <li>
          {prescripteur} s’assure que l’objet et les activités relèvent d’une mise en situation et non d’un
          emploi <Articles>L5135-1, L5135-2</Articles>.
        </li>
        <li>
          Veille à la durée : un mois au plus de date à date ; un renouvellement, pour les mêmes objet et
          objectifs s’ils ne sont pas atteints ; chez un même accueil, deux conventions et 60 jours au plus en
          douze mois <Articles>D5135-3</Articles>.
        </li>
        <li>
          {suspendu
            ? 'Le contrat étant suspendu, couvre les accidents du travail et les maladies professionnelles, les déclare et verse la cotisation.'
            : 'Se tient informé du déroulement et du bilan.'}
        </li>
      </ul>
      {salarie && (
        <>
          <h3>L’employeur</h3>
          <ul>
            <li>
              {suspendu
                ? 'Suspend le contrat de travail pendant la période, par avenant, sans le rompre.'
                : 'Poursuit le contrat de travail et maintient le salaire ; couvre les accidents du travail et les maladies professionnelles, et les déclare.'}
            </li>
            <li>
              Ne sanctionne ni un refus ni un arrêt, et rend son poste à la personne à la fin{' '}
              <Articles>L5135-3</Articles>.
            </li>
          </ul>
        </>
      )}
      <h3>Fin avant terme</h3>
      <p>
        Chaque partie peut arrêter la période en prévenant les autres ; la date et la raison sont notées au
        bilan. Tout autre changement demande une nouvelle version signée.
      </p>
    </div>
  );
}
