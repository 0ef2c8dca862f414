import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { accorder } from '../../shared/format.ts';
import { debutTroisAns, type Maillon } from '../../shared/sollicitations/fil.ts';
import styles from './historique.module.css';
import { LigneMaillon, type Vue } from './maillon.tsx';

/** Lines drawn at first: what a screen shows. */
const PREMIERES = 10;
/** Lines added each time the end comes near. */
const PAGE = 30;

/** Up, Down, Home and End move from line to line of a thread; Enter opens the correction of the line. */
function auClavier(evenement: KeyboardEvent<HTMLElement>) {
  const ligne = (evenement.target as Element).closest('li');
  if (!ligne || evenement.target !== ligne || evenement.altKey || evenement.ctrlKey || evenement.metaKey)
    return;
  const lignes = [...evenement.currentTarget.querySelectorAll<HTMLElement>('li')];
  const rang = lignes.indexOf(ligne);
  const vers = { ArrowDown: rang + 1, ArrowUp: rang - 1, Home: 0, End: lignes.length - 1 }[evenement.key];
  if (vers === undefined) return;
  evenement.preventDefault();
  lignes[Math.max(0, Math.min(lignes.length - 1, vers))]?.focus();
}

/** Lines of a thread under the year they belong to, which stays in sight while they scroll. */
function Fil(props: { maillons: readonly Maillon[]; vue: Vue; vise: string | null }) {
  const { maillons, vue, vise } = props;
  const [active, setActive] = useState<string | null>(null);
  const [premier] = maillons;
  const atteinte = maillons.some(({ id }) => id === active) ? active : premier?.id;
  const parAn = Map.groupBy(maillons, ({ date }) => date.slice(0, 4));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the lines inside are what is reached and pressed.
    <div className={styles.fils} onKeyDown={auClavier}>
      {[...parAn].map(([an, lignes]) => (
        <section key={an} aria-label={an}>
          <h3 className={styles.annee}>{an}</h3>
          <ol className={styles.fil}>
            {lignes.map((maillon) => (
              <li
                key={maillon.id}
                id={`ligne-${maillon.id}`}
                className={styles.ligne}
                data-vise={maillon.id === vise || undefined}
                tabIndex={maillon.id === atteinte ? 0 : -1}
                onFocus={() => setActive(maillon.id)}
                onKeyDown={(evenement) => {
                  if (evenement.key !== 'Enter' || evenement.target !== evenement.currentTarget) return;
                  evenement.preventDefault();
                  vue.corriger(maillon);
                }}
              >
                <LigneMaillon maillon={maillon} vue={vue} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** Asks for more once its button comes near; the button works too. */
function Encore({ reste, montrer }: { reste: number; montrer: () => void }) {
  const bouton = useRef<HTMLButtonElement>(null);
  const dernier = useRef(montrer);
  dernier.current = montrer;
  useEffect(() => {
    const guetteur = new IntersectionObserver(
      ([entree]) => {
        if (entree?.isIntersecting) dernier.current();
      },
      { rootMargin: '600px' },
    );
    guetteur.observe(bouton.current!);
    return () => guetteur.disconnect();
  }, []);
  return (
    <Button ref={bouton} variant="default" className={styles.encore} onClick={montrer}>
      Afficher la suite ({accorder(reste, 'ligne')})
    </Button>
  );
}

/** The lines, drawn as they come in sight; those before the three years wait behind one button. */
export function FilProgressif(props: {
  maillons: readonly Maillon[];
  vue: Vue;
  /** Line a link points at: it is drawn, shown and has the keyboard. */
  vise?: string | null;
  /** Filters are at work: nothing is folded. */
  deplie?: boolean;
}) {
  const { maillons, vue, vise = null } = props;
  const [page, setPage] = useState(PREMIERES);
  const [ancien, setAncien] = useState(false);
  const depuis = debutTroisAns(vue.today);
  const rangVise = vise === null ? -1 : maillons.findIndex(({ id }) => id === vise);
  const recents = maillons.findIndex(({ date }) => date <= depuis);
  const coupe = recents === -1 ? maillons.length : recents;
  const ouvert = ancien || props.deplie || rangVise >= coupe || coupe === 0;
  const visibles = ouvert ? maillons : maillons.slice(0, coupe);
  const montres = Math.max(page, rangVise + 10);
  const atteignable = rangVise !== -1;
  useEffect(() => {
    if (!atteignable) return;
    const ligne = document.getElementById(`ligne-${vise}`);
    ligne?.scrollIntoView({ block: 'center' });
    ligne?.focus({ preventScroll: true });
  }, [vise, atteignable]);
  const reste = visibles.length - montres;
  return (
    <>
      <Fil maillons={visibles.slice(0, montres)} vue={vue} vise={vise} />
      {reste > 0 ? <Encore reste={reste} montrer={() => setPage(montres + PAGE)} /> : null}
      {!ouvert && reste <= 0 ? (
        <Button
          variant="subtle"
          className={styles.encore}
          leftSection={<IconChevronDown size={16} stroke={1.8} />}
          onClick={() => setAncien(true)}
        >
          Au-delà de trois ans : {accorder(maillons.length - coupe, 'ligne')}
        </Button>
      ) : null}
    </>
  );
}
