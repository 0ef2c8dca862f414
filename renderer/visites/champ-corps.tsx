import { Button, Menu, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useRef } from 'react';
import { balise, CHAMPS_FUSION, fauteFusion } from '../../shared/visites/fusion.ts';
import { CORPS_MAX, OBJET_MAX } from '../../shared/visites/schema.ts';
import styles from './visites.module.css';

/** Subject and text of a letter or an e-mail; a menu writes the fields where the cursor is. */
export function ChampCorps(props: {
  objet: string;
  corps: string;
  changer: (partie: { objet?: string; corps?: string }) => void;
  /** The same text for everybody: fields of the addressee make no sense. */
  groupe?: boolean;
  erreurs?: { objet?: string | undefined; corps?: string | undefined };
  lignes?: number;
}) {
  const texte = useRef<HTMLTextAreaElement>(null);
  const { objet, corps, changer, erreurs = {} } = props;
  function inserer(code: string) {
    const champ = texte.current;
    const debut = champ?.selectionStart ?? corps.length;
    const fin = champ?.selectionEnd ?? corps.length;
    const ecrit = balise(code);
    changer({ corps: corps.slice(0, debut) + ecrit + corps.slice(fin) });
    requestAnimationFrame(() => {
      champ?.focus();
      champ?.setSelectionRange(debut + ecrit.length, debut + ecrit.length);
    });
  }
  return (
    <div className={styles.champCorps}>
      <TextInput
        label="Objet"
        maxLength={OBJET_MAX}
        value={objet}
        error={fauteFusion(objet) ?? erreurs.objet}
        onChange={({ currentTarget }) => changer({ objet: currentTarget.value })}
      />
      <div className={styles.texteCorps}>
        <Menu position="bottom-end" width={330}>
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="subtle"
              className={styles.inserer}
              rightSection={<IconChevronDown size={14} stroke={1.8} />}
            >
              Insérer un champ
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={styles.menuChamps}>
            {!props.groupe && <Menu.Label>Selon le destinataire</Menu.Label>}
            {!props.groupe &&
              CHAMPS_FUSION.filter(({ propre }) => propre).map(({ code, label }) => (
                <Menu.Item key={code} onClick={() => inserer(code)}>
                  {label}
                </Menu.Item>
              ))}
            <Menu.Label>Les mêmes pour tous</Menu.Label>
            {CHAMPS_FUSION.filter(({ propre }) => !propre).map(({ code, label }) => (
              <Menu.Item key={code} onClick={() => inserer(code)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Textarea
          ref={texte}
          label="Texte"
          description="Une ligne vide sépare deux paragraphes ; une ligne qui commence par un tiret fait une liste."
          autosize
          minRows={props.lignes ?? 12}
          maxRows={28}
          maxLength={CORPS_MAX}
          value={corps}
          error={fauteFusion(corps) ?? erreurs.corps}
          onChange={({ currentTarget }) => changer({ corps: currentTarget.value })}
        />
      </div>
    </div>
  );
}
