import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { version } from '../../package.json';
import { Carte, TetePage } from '../components/page.tsx';
import styles from './aide.module.css';
import { AideBilans } from './bilans.tsx';
import { CONTROLES, QUE_FAIRE, RACCOURCIS } from './contenu.ts';
import { AideFormation } from './formation.tsx';
import { AideImmersions } from './immersions.tsx';
import { AideParcours } from './parcours.tsx';

function Chemin() {
  return (
    <Carte titre="Le chemin, en sept étapes">
      <ol className={styles.etapes}>
        <li>
          <strong>Importez votre fichier d’adresses.</strong> Un fichier Excel, une liste CSV ou un carnet
          d’adresses suffit : les colonnes sont reconnues, les doublons signalés, et l’importation s’annule.{' '}
          <Link to="/reseau/importer">Importer</Link>
        </li>
        <li>
          <strong>Retrouvez une organisation</strong> par un bout de son nom, sa ville, un numéro ou un
          interlocuteur. <Link to="/reseau">Réseau</Link>
        </li>
        <li>
          <strong>Notez chaque échange</strong> depuis n’importe quel écran avec <kbd>N</kbd> : moyen,
          résultat, une ligne de texte, la suite et sa date.
        </li>
        <li>
          <strong>Commencez la journée par ce qui attend.</strong> Les retards d’abord ; fait ou reporté d’une
          touche. <Link to="/">Aujourd’hui</Link>
        </li>
        <li>
          <strong>Préparez la convention d’immersion, puis suivez-la jusqu’au bilan.</strong> Les contrôles se
          font pendant la saisie, la feuille se dessine à côté. <Link to="/immersions">Immersions</Link>
        </li>
        <li>
          <strong>Montez le plan de formation.</strong> Des besoins aux sessions, aux financements et aux
          attestations, sans tableur à côté. <Link to="/formation">Formation</Link>
        </li>
        <li>
          <strong>Rendez compte.</strong> Le bilan de chaque convention est prêt à tout moment : chaque
          chiffre s’ouvre sur ses lignes, et ce qui est envoyé ne change plus.{' '}
          <Link to="/bilans">Bilans</Link>
        </li>
      </ol>
    </Carte>
  );
}

function Clavier() {
  return (
    <Carte titre="Au clavier">
      <table className={styles.touches}>
        <caption className="visuellement-cache">Raccourcis du clavier, par écran</caption>
        <thead className="visuellement-cache">
          <tr>
            <th scope="col">Touche</th>
            <th scope="col">Ce qu’elle fait</th>
          </tr>
        </thead>
        <tbody>
          {RACCOURCIS.map(({ touches, effet }) => (
            <tr key={effet}>
              <th scope="row">
                {touches.map((touche) => (
                  <kbd key={touche}>{touche}</kbd>
                ))}
              </th>
              <td>{effet}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Carte>
  );
}

function Controles() {
  return (
    <Carte titre="Ce qui est contrôlé dans une immersion" suite="articles du code du travail">
      <table className={styles.controles}>
        <caption className="visuellement-cache">Contrôles d’une immersion et leur référence</caption>
        <thead>
          <tr>
            <th scope="col">Contrôle</th>
            <th scope="col">Règle</th>
            <th scope="col">Référence</th>
          </tr>
        </thead>
        <tbody>
          {CONTROLES.map(({ titre, regle, reference }) => (
            <tr key={titre}>
              <th scope="row">{titre}</th>
              <td>{regle}</td>
              <td className={styles.reference}>{reference}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        Un contrôle bloquant empêche de déclarer la convention prête à signer ; un point « à vérifier » laisse
        décider. Passerelle aide à vérifier : la responsabilité de la convention reste à ceux qui la signent.
      </p>
    </Carte>
  );
}

function Section({ titre, children }: { titre: string; children: ReactNode }) {
  return (
    <Carte titre={titre}>
      <div className={styles.texte}>{children}</div>
    </Carte>
  );
}

function QueFaire() {
  return (
    <Carte titre="Que faire si…">
      <dl className={styles.quefaire}>
        {QUE_FAIRE.map(({ si, alors }) => (
          <div key={si}>
            <dt>… {si}</dt>
            <dd>{alors}</dd>
          </div>
        ))}
      </dl>
    </Carte>
  );
}

/** Help in one page: everything stays open, so that Ctrl F and the printer find all of it. */
export function EcranAide() {
  return (
    <div className={styles.aide}>
      <TetePage
        titre="Aide"
        sous="Tout est sur cette page : cherchez avec Ctrl F, ou imprimez-la."
        actions={
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} stroke={1.6} />}
            onClick={() => window.print()}
          >
            Imprimer
          </Button>
        }
      />
      <div className={styles.colonnes}>
        <Chemin />
        <Clavier />
      </div>
      <AideParcours />
      <AideImmersions />
      <AideFormation />
      <AideBilans />
      <Controles />
      <div className={styles.colonnes}>
        <Section titre="Où sont vos données">
          <p>
            Dans un seul dossier de cet ordinateur, jamais sur internet. La page{' '}
            <Link to="/donnees">Données</Link> montre où il est, ouvre ce dossier et dit quand la base a été
            vérifiée pour la dernière fois.
          </p>
          <p>
            Une sauvegarde vérifiée se fait au premier démarrage de chaque jour, et avant ce qui touche à
            beaucoup de fiches : importation, restauration, mise à jour. Les plus anciennes s’effacent
            d’elles-mêmes. Restaurer remet la base telle qu’elle était, et l’état remplacé est gardé.
          </p>
          <p>
            Ces sauvegardes sont sur le même ordinateur : s’il est volé ou tombe en panne, elles partent avec
            lui. Copiez le dossier sur une clé rangée ailleurs, une fois par semaine. Le chiffrement du disque
            (BitLocker sous Windows) protège un portable perdu.
          </p>
        </Section>
        <Section titre="Les personnes et leurs données">
          <p>
            Vos interlocuteurs ont des droits. Dites-leur, au premier échange ou dans un courriel, que vous
            gardez leurs coordonnées professionnelles pour le suivi des relations avec les employeurs. À qui
            le demande, montrez ce qui est noté, corrigez-le ou retirez la fiche.
          </p>
          <p>
            N’écrivez que ce que la personne pourrait lire par-dessus votre épaule : des faits, rien sur la
            santé, la famille ou les opinions. Pas de numéro de sécurité sociale : la convention n’en a pas
            besoin, et son usage est réservé par décret (n° 2019-341 du 19 avril 2019).
          </p>
          <p>
            Fixez une durée et revoyez les fiches chaque année. Inscrivez Passerelle au registre des
            traitements de votre structure (article 30 du RGPD).
          </p>
        </Section>
      </div>
      <QueFaire />
      <div className={styles.colonnes}>
        <Section titre="Ce que Passerelle ne fait pas">
          <ul>
            <li>
              Elle ne dépose rien en ligne. Quand le dépôt sur Immersion Facilitée est demandé, il reste à
              faire sur leur site ; notez ensuite le numéro obtenu dans l’immersion.
            </li>
            <li>Elle ne recueille pas de signature électronique : la convention s’imprime et se signe.</li>
            <li>Elle n’envoie ni courriel ni message, et ne déclare rien à l’ASP ni à l’URSSAF.</li>
            <li>Elle ne se partage pas entre plusieurs ordinateurs : une base, un poste à la fois.</li>
          </ul>
        </Section>
        <Section titre="Version et licences">
          <p>
            Passerelle {version}. Logiciel libre, licence MIT : vous pouvez l’utiliser, le copier et le
            modifier, sans garantie.
          </p>
          <p>
            Elle est construite avec d’autres logiciels libres, dont Electron, React, SQLite, Mantine et la
            police Inter. Leurs licences sont dans le dossier où Passerelle est installée.
          </p>
          <p>
            Les métiers sont ceux du ROME (France Travail, Licence Ouverte), les activités celles de la NAF
            (Insee).
          </p>
          <p>
            Elle n’interroge aucun site : cette aide, les règles et les références datent de cette version.
            Les articles cités sont ceux du code du travail en vigueur le 22 novembre 2026.
          </p>
        </Section>
      </div>
    </div>
  );
}
