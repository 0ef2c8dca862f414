import { Button, Drawer, Skeleton } from '@mantine/core';
import { IconGitCompare } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { BilanEmis } from '../../../shared/bilans/emissions.ts';
import { formaterDate, insecables } from '../../../shared/format.ts';
import { useLecture } from '../../app/operations.ts';
import { FicheAbsente } from '../../components/fiche-absente.tsx';
import { Carte, Pilule, TetePage } from '../../components/page.tsx';
import { comparaisonDe } from '../chiffres/comparaison.ts';
import type { Detail } from '../chiffres/detail.ts';
import { LigneChiffre, Lignes } from '../chiffres/ligne.tsx';
import { LignesDetail } from '../lignes-detail.tsx';
import { Methode } from '../page/methode.tsx';
import page from '../page/page.module.css';
import { lignesParCode, Resume } from '../page/resume.tsx';
import { SortiesBilan } from '../page/sorties-bilan.tsx';
import styles from './emission.module.css';
import { direEmission } from './versions.tsx';

/** A bilan as it was sent: its figures and the rows behind them, whatever the records say since. */
export function EcranVersion() {
  const { id = '', edition: dite = '' } = useParams();
  const edition = Number(dite);
  const { data, error } = useLecture('bilans.emis', { id, edition });
  if (error) return <FicheAbsente erreur={error} liste={{ label: 'Le bilan', vers: `/bilans/${id}` }} />;
  if (!data) return <Skeleton height={520} radius={10} />;
  return <Version id={id} emis={data} />;
}

function Version({ id, emis }: { id: string; emis: BilanEmis }) {
  const { edition, bilan, intact } = emis;
  const { periode, precedente, sections, temoignages } = bilan;
  const comparaison = comparaisonDe(periode, precedente);
  const [detail, setDetail] = useState<Pick<Detail, 'indicateur' | 'place'> | null>(null);
  const ouvrir = (indicateur: string, reste?: { place?: Detail['place'] }) =>
    setDetail({ indicateur, place: reste?.place ?? 'compte' });
  return (
    <>
      <TetePage
        titre={insecables(`${bilan.titre}, version ${edition}`)}
        long
        fil={[
          { label: 'Bilans', vers: '/bilans' },
          { label: insecables(bilan.titre), vers: `/bilans/${id}` },
        ]}
        sous={insecables(
          `du ${formaterDate(periode.debut)} au ${formaterDate(bilan.arreteAu ?? periode.fin)} · ${direEmission(emis)}`,
        )}
        pilules={
          intact ? (
            <Pilule ton="vert">Figé : rien n’y a changé</Pilule>
          ) : (
            <Pilule ton="brique">L’empreinte ne correspond plus : ces données ont été altérées</Pilule>
          )
        }
        actions={
          <>
            <Button
              component={Link}
              to={`/bilans/${id}/versions/${edition}/differences`}
              variant="default"
              leftSection={<IconGitCompare size={17} stroke={1.6} />}
            >
              Ce qui a changé depuis
            </Button>
            <SortiesBilan id={id} edition={edition} bilan={bilan} />
          </>
        }
      />
      <div className={page.page}>
        <Resume bilan={bilan} comparaison={comparaison} ouvrir={ouvrir} />
        {sections.map(({ code, titre, lignes, texte }) => (
          <Carte key={code} titre={insecables(titre)} sansMarge>
            {lignes.length > 0 ? (
              <Lignes label={titre}>
                {lignes.map((ligne) => (
                  <LigneChiffre
                    key={ligne.code}
                    ligne={ligne}
                    comparaison={comparaison}
                    ouvrir={ouvrir}
                    deplie
                  />
                ))}
              </Lignes>
            ) : null}
            {texte === '' ? null : <p className={styles.texte}>{texte}</p>}
          </Carte>
        ))}
        {temoignages.length > 0 ? (
          <Carte titre="Témoignages">
            {temoignages.map(({ id: cle, texte, signature }) => (
              <figure key={cle} className={styles.temoignage}>
                <blockquote>{texte}</blockquote>
                <figcaption>{signature}</figcaption>
              </figure>
            ))}
          </Carte>
        ) : null}
        <Methode methode={bilan.methode} />
        <Carte titre="Empreintes">
          <dl className={styles.empreintes}>
            <dt>Données figées</dt>
            <dd>{emis.donneesSha256}</dd>
            <dt>PDF</dt>
            <dd>
              {emis.sha256 === ''
                ? 'non fabriqué à l’émission : refait depuis les données figées'
                : emis.sha256}
            </dd>
          </dl>
        </Carte>
      </div>
      <Drawer
        opened={detail !== null}
        onClose={() => setDetail(null)}
        position="right"
        size={620}
        title={detail ? insecables(lignesParCode(bilan).get(detail.indicateur)?.label ?? '') : ''}
        closeButtonProps={{ 'aria-label': 'Fermer' }}
      >
        {detail ? (
          <LignesDetail
            operation="bilans.lignesEmises"
            choix={{ id, edition, ...detail }}
            quand={`telles qu’envoyées dans la version ${edition}`}
          />
        ) : null}
      </Drawer>
    </>
  );
}
