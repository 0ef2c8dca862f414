import { Button, Checkbox, Select } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { accorder, formaterDate } from '../../shared/format.ts';
import { LIGNES_PASSATION, type Portefeuille } from '../../shared/reseau/passation.ts';
import { appeler, ErreurOperation, useAction, useLecture } from '../app/operations.ts';
import { annoncerAnnulable } from '../components/annulable.tsx';
import { Carte, EtatVide, TetePage } from '../components/page.tsx';
import { Colonne, Tableau } from '../components/tableau.tsx';
import styles from './passation.module.css';

const nomDe = ({ prenom, nom, parti }: Portefeuille) =>
  `${prenom} ${nom}${parti ? ' (a quitté l’équipe)' : ''}`.trim();

const contenu = ({ organisations, relances }: { organisations: number; relances: number }) =>
  [
    organisations > 0 && accorder(organisations, 'organisation'),
    relances > 0 && accorder(relances, 'action à faire', 'actions à faire'),
  ]
    .filter(Boolean)
    .join(' et ') || 'rien';

/** Hands a colleague's organisations and open follow-ups to another, after showing what will move. */
export function EcranPassation() {
  const [adresse, setAdresse] = useSearchParams();
  const { data: equipe } = useLecture('reseau.portefeuilles', {});
  const deId = adresse.get('de') ?? '';
  const de = equipe?.find(({ membreId }) => membreId === deId) ?? null;
  return (
    <>
      <TetePage
        titre="Confier un portefeuille"
        fil={[{ label: 'Réseau', vers: '/reseau' }]}
        sous="Les organisations suivies et les actions à faire passent à un collègue. Les échanges passés gardent leur auteur."
      />
      <div className={styles.page}>
        {equipe ? (
          <Carte titre="Qui confie ?">
            <Select
              label="De"
              placeholder="Choisissez une personne"
              data={equipe.map((membre) => ({
                value: membre.membreId,
                label: `${nomDe(membre)} · ${contenu(membre)}`,
              }))}
              value={de?.membreId ?? null}
              onChange={(choisi) => setAdresse(choisi ? { de: choisi } : {}, { replace: true })}
            />
          </Carte>
        ) : null}
        {de && equipe ? <Passation key={de.membreId} de={de} equipe={equipe} /> : null}
      </div>
    </>
  );
}

function Passation({ de, equipe }: { de: Portefeuille; equipe: readonly Portefeuille[] }) {
  const { data } = useLecture('reseau.portefeuille', { membreId: de.membreId });
  const [aId, setAId] = useState<string | null>(null);
  const [organisations, setOrganisations] = useState(true);
  const [relances, setRelances] = useState(true);
  const [ecartees, setEcartees] = useState<ReadonlySet<string>>(new Set());
  const [fautes, setFautes] = useState<Record<string, string>>({});
  const [refus, setRefus] = useState<string | null>(null);
  const confier = useAction('reseau.handover');
  if (!data) return null;
  if (data.total === 0)
    return (
      <Carte sansMarge>
        <EtatVide titre={`${nomDe(de)} ne suit plus rien`}>
          Aucune organisation ni action à faire n’est à confier.
        </EtatVide>
      </Carte>
    );
  const { lignes, total } = data;
  const gardees = lignes.filter(({ id }) => !ecartees.has(id));
  const compte = {
    organisations: !organisations
      ? 0
      : ecartees.size === 0
        ? de.organisations
        : gardees.filter(({ referent }) => referent).length,
    relances: !relances
      ? 0
      : ecartees.size === 0
        ? de.relances
        : gardees.reduce((somme, ligne) => somme + ligne.relances, 0),
  };
  const autres = equipe.filter(({ membreId, parti }) => membreId !== de.membreId && !parti);
  const receveur = autres.find(({ membreId }) => membreId === aId);

  async function envoyer() {
    setFautes({});
    setRefus(null);
    if (aId === null) {
      setFautes({ aId: 'Choisissez qui reprend.' });
      return;
    }
    try {
      const passee = await confier.mutateAsync({
        deId: de.membreId,
        aId,
        organisations,
        relances,
        organisationIds: ecartees.size === 0 ? undefined : gardees.map(({ id }) => id),
      });
      annoncerAnnulable(
        `${contenu({ organisations: passee.organisationIds.length, relances: passee.relanceIds.length })} : confié à ${receveur?.prenom || receveur?.nom}.`,
        () => appeler('reseau.undoHandover', passee),
      );
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      setFautes(erreur.enveloppe.champs ?? {});
      setRefus(erreur.message);
    }
  }
  function basculer(id: string, garder: boolean) {
    const suite = new Set(ecartees);
    if (garder) suite.delete(id);
    else suite.add(id);
    setEcartees(suite);
  }

  return (
    <>
      <Carte titre="Qui reprend, et quoi ?">
        <form
          noValidate
          className={styles.formulaire}
          onSubmit={(evenement) => {
            evenement.preventDefault();
            void envoyer();
          }}
        >
          <Select
            label="À"
            placeholder="Choisissez un collègue"
            data={autres.map((membre) => ({ value: membre.membreId, label: nomDe(membre) }))}
            value={aId}
            error={fautes.aId}
            onChange={(choisi) => {
              setAId(choisi);
              setFautes({});
            }}
          />
          <fieldset className={styles.quoi}>
            <legend>Ce qui est confié</legend>
            <Checkbox
              label="Les organisations dont cette personne est référente"
              checked={organisations}
              onChange={({ currentTarget }) => setOrganisations(currentTarget.checked)}
            />
            <Checkbox
              label="Les actions à faire"
              checked={relances}
              onChange={({ currentTarget }) => setRelances(currentTarget.checked)}
            />
          </fieldset>
          <div className={styles.pied}>
            <Button type="submit" loading={confier.isPending} rightSection={<IconArrowRight size={17} />}>
              Confier {contenu(compte)}
            </Button>
            <span className={styles.refus} role="alert">
              {fautes.organisations ?? (fautes.aId ? '' : refus)}
            </span>
          </div>
        </form>
      </Carte>
      <Carte
        titre="Ce qui va passer"
        sansMarge
        suite={
          total > LIGNES_PASSATION
            ? `les ${LIGNES_PASSATION} premières sur ${accorder(total, 'organisation')}`
            : accorder(total, 'organisation')
        }
      >
        <Tableau
          nu
          label="Portefeuille"
          entetes={
            <>
              <Colonne largeur={44}>
                <Checkbox
                  aria-label="Toutes les organisations"
                  checked={ecartees.size === 0}
                  indeterminate={ecartees.size > 0 && gardees.length > 0}
                  onChange={({ currentTarget }) =>
                    setEcartees(currentTarget.checked ? new Set() : new Set(lignes.map(({ id }) => id)))
                  }
                />
              </Colonne>
              <Colonne>Organisation</Colonne>
              <Colonne>Ville</Colonne>
              <Colonne>Suivi</Colonne>
              <Colonne>Actions à faire</Colonne>
            </>
          }
        >
          {lignes.map(({ id, nom, ville, referent, relances: dues, echeance }) => (
            <tr key={id}>
              <td>
                <Checkbox
                  aria-label={`Confier ${nom}`}
                  checked={!ecartees.has(id)}
                  onChange={({ currentTarget }) => basculer(id, currentTarget.checked)}
                />
              </td>
              <td>
                <Link to={`/reseau/${id}`}>{nom}</Link>
              </td>
              <td>{ville}</td>
              <td>{referent ? 'en est référent' : ''}</td>
              <td>
                {dues > 0
                  ? [accorder(dues, 'action'), echeance && `la première le ${formaterDate(echeance)}`]
                      .filter(Boolean)
                      .join(', ')
                  : ''}
              </td>
            </tr>
          ))}
        </Tableau>
      </Carte>
    </>
  );
}
