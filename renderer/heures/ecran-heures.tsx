import { Button, Checkbox } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Entree } from '../../shared/contrat.ts';
import { accorder, formaterDuree, insecables } from '../../shared/format.ts';
import type { AnneeDHeures, CollageFait, LigneHeures } from '../../shared/heures/schema.ts';
import { motsCherches, normaliser } from '../../shared/normaliser.ts';
import { useAdresse } from '../app/adresse.ts';
import { useAnnee } from '../app/annee.ts';
import { useJour } from '../app/jour.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { OngletsBilans } from '../bilans/onglets.tsx';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { ChampRecherche } from '../components/champ-recherche.tsx';
import { BoutonExporter } from '../components/exporter.tsx';
import { Carte, EtatVide, TetePage } from '../components/page.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import { GrilleHeures } from './grille-heures.tsx';
import { etatCase } from './ligne-heures.tsx';
import { OutilsHeures } from './onglets-heures.tsx';
import { RefusCollage } from './refus-collage.tsx';
import { moisDeRang, useHeures } from './use-heures.ts';

/** Lines kept by the address: words of a name, and those that still lack something. */
function useFiltres() {
  const [adresse, changerAdresse] = useAdresse();
  const poser = (cle: string, valeur: string) =>
    changerAdresse((actuelle) => {
      if (valeur === '') actuelle.delete(cle);
      else actuelle.set(cle, valeur);
      return actuelle;
    });
  return {
    recherche: adresse.get('recherche') ?? '',
    aSaisir: adresse.has('aSaisir'),
    chercher: (recherche: string) => poser('recherche', recherche),
    garderASaisir: (oui: boolean) => poser('aSaisir', oui ? '1' : ''),
  };
}

function direAnnee(lignes: readonly LigneHeures[]): string {
  const total = lignes.reduce(
    (somme, { mois }) => somme + mois.reduce((an, { minutes }) => an + (minutes ?? 0), 0),
    0,
  );
  const personnes = new Set(lignes.map(({ salarie }) => salarie.id)).size;
  return `${formaterDuree(total)} saisies, ${accorder(lignes.length, 'contrat')} de ${accorder(personnes, 'personne')}`;
}

/** Monthly hours of each contract, typed or pasted without leaving the keyboard. */
export function EcranHeures() {
  const { annee } = useAnnee();
  const { data } = useLecture('heures.annee', { annee }, { garderPrecedent: true });
  return (
    <>
      <TetePage
        titre="Heures et ETP"
        sous={data && data.lignes.length > 0 ? insecables(direAnnee(data.lignes)) : '\u00a0'}
        actions={
          <>
            {data && data.lignes.length > 0 ? (
              <BoutonExporter operation="heures.export" entree={{ annee }} />
            ) : null}
            <Button
              component={Link}
              to={`/bilans/heures/importer?annee=${annee}`}
              leftSection={<IconFileImport size={18} stroke={1.6} />}
            >
              Importer la paie
            </Button>
          </>
        }
      />
      <OngletsBilans />
      {data ? <Annee key={data.annee} donnees={data} /> : null}
    </>
  );
}

function Annee({ donnees }: { donnees: AnneeDHeures }) {
  const { annee } = donnees;
  const today = useJour();
  const { recherche, aSaisir, chercher, garderASaisir } = useFiltres();
  const { lignes, noter, enCours } = useHeures(donnees);
  const [collage, setCollage] = useState<CollageFait | null>(null);
  // What was lacking when the filter was set stays on screen while it is typed.
  const [gardees, setGardees] = useState<ReadonlySet<string>>(new Set());
  const mots = motsCherches(recherche);
  const manque = ({ mois }: LigneHeures) =>
    mois.some((une, rang) => ['manque', 'dehors'].includes(etatCase(une, moisDeRang(annee, rang), today)));
  const montrees = lignes.filter(
    (ligne) =>
      mots.every((mot) => normaliser(nomComplet(ligne.salarie)).includes(mot)) &&
      (!aSaisir || manque(ligne) || gardees.has(ligne.contratId)),
  );

  async function coller(cases: Entree<'heures.coller'>['cases'], perdues: number): Promise<void> {
    try {
      const fait = await appeler('heures.coller', { cases });
      const dehors =
        perdues > 0 ? `, ${accorder(perdues, 'case tombe', 'cases tombent')} hors de la grille` : '';
      const refusees = fait.refusees.length > 0 ? `, ${accorder(fait.refusees.length, 'refusée')}` : '';
      const message = insecables(
        `${accorder(fait.posees, 'case collée', 'cases collées')}${refusees}${dehors}.`,
      );
      setCollage(fait);
      const { id } = fait;
      if (id === null) annoncerAnnulable(message, async () => undefined);
      else
        annoncerAnnulable(message, async () => {
          await appeler('heures.annulerImport', { id });
          setCollage(null);
        });
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  return (
    <>
      <OutilsHeures>
        {lignes.length > 0 ? (
          <>
            <ChampRecherche
              label="Chercher une personne"
              placeholder="Chercher une personne"
              recherche={recherche}
              chercher={chercher}
            />
            <Checkbox
              label="À compléter seulement"
              checked={aSaisir}
              onChange={({ currentTarget }) => {
                setGardees(new Set(lignes.filter(manque).map(({ contratId }) => contratId)));
                garderASaisir(currentTarget.checked);
              }}
            />
          </>
        ) : null}
      </OutilsHeures>
      {collage && collage.refusees.length > 0 ? (
        <RefusCollage collage={collage} lignes={lignes} fermer={() => setCollage(null)} />
      ) : null}
      {lignes.length === 0 ? (
        <Carte sansMarge>
          <EtatVide
            titre={`Aucun contrat en ${annee}`}
            actions={
              <Button component={Link} to="/salaries" variant="default">
                Voir les salariés
              </Button>
            }
          >
            Les heures se notent par contrat et par mois : un contrat apparaît ici dès qu’il est sur la fiche
            d’un salarié.
          </EtatVide>
        </Carte>
      ) : montrees.length === 0 ? (
        <Carte sansMarge>
          <EtatVide
            titre={
              aSaisir && recherche === ''
                ? `Toutes les heures de ${annee} sont saisies`
                : 'Aucun contrat à ce nom'
            }
            actions={
              <Button
                variant="default"
                onClick={() => {
                  chercher('');
                  garderASaisir(false);
                }}
              >
                Voir tous les contrats
              </Button>
            }
          />
        </Carte>
      ) : (
        <GrilleHeures
          annee={annee}
          lignes={montrees}
          enCours={enCours}
          noter={noter}
          coller={(cases, perdues) => void coller(cases, perdues)}
        />
      )}
    </>
  );
}
