import { Button, Skeleton } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from 'react-router';
import type { ProfilLu } from '../../../shared/bilans/profils.ts';
import { useJour } from '../../app/jour.ts';
import { ErreurOperation, useLecture } from '../../app/operations.ts';
import { FicheAbsente } from '../../components/fiche-absente.tsx';
import { TetePage } from '../../components/page.tsx';
import { useAnneeApercu } from './apercu.ts';
import { direTaille, pourQui } from './dire-profil.ts';
import { EditeurProfil } from './editeur.tsx';
import { adressePreparer, adresseProfil, copier, PROFILS } from './gestes.ts';
import { ProfilFourni } from './profil-fourni.tsx';

const LISTE = { label: 'Profils', vers: PROFILS };
const FIL = [{ label: 'Bilans', vers: '/bilans' }, LISTE];

/** One profile: read when it ships with Passerelle, edited when it is the structure's. */
export function EcranProfil() {
  const { code = '' } = useParams();
  const { data, error } = useLecture('bilans.profils', {});
  if (error) return <FicheAbsente erreur={error} liste={LISTE} />;
  if (!data) return <Skeleton height={420} radius={10} />;
  const profil = data.find((lu) => lu.code === code);
  if (!profil) {
    const absent = { code: 'introuvable' as const, message: 'Ce profil n’existe plus, ou a été retiré.' };
    return <FicheAbsente erreur={new ErreurOperation(absent)} liste={LISTE} />;
  }
  return <Profil key={code} profil={profil} tous={data} />;
}

function Profil({ profil, tous }: { profil: ProfilLu; tous: readonly ProfilLu[] }) {
  const { code, nom, propre, contenu } = profil;
  const aller = useNavigate();
  const jour = useJour();
  const annee = useAnneeApercu();
  return (
    <>
      <TetePage
        titre={nom}
        fil={FIL}
        sous={`${pourQui(profil, tous)} ${direTaille(contenu)}.`}
        actions={
          <>
            <Button
              component={Link}
              to={adressePreparer(code, jour)}
              variant="default"
              title="Préparer le bilan de l’année avec ce profil"
            >
              Préparer le bilan {annee}
            </Button>
            {propre ? null : (
              <Button
                leftSection={<IconCopy size={17} stroke={1.6} />}
                onClick={() => void copier(profil, (copie) => aller(adresseProfil(copie)))}
              >
                Copier pour l’adapter
              </Button>
            )}
          </>
        }
      />
      {propre ? <EditeurProfil profil={profil} /> : <ProfilFourni contenu={contenu} />}
    </>
  );
}
