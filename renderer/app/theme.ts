import {
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
  Modal,
  Notification,
} from '@mantine/core';

const sarcelle: MantineColorsTuple = [
  '#e3f1ee',
  '#cfe6e1',
  '#a3cfc8',
  '#74b7ad',
  '#4fb3a5',
  '#2a8a7f',
  '#0e6b62',
  '#0c5f57',
  '#0a4f49',
  '#083f3a',
];

/** Mantine's greys, drawn from our papers and inks: hovers, tracks and pressed states keep the same warmth. */
const gris: MantineColorsTuple = [
  '#faf9f6',
  '#f3f1ec',
  '#e6e3db',
  '#d6d2c7',
  '#b9b4a7',
  '#8b8a80',
  '#6d7772',
  '#5b6661',
  '#3c4540',
  '#1d2421',
];
const nuit: MantineColorsTuple = [
  '#eceae4',
  '#b3bbb6',
  '#939d97',
  '#66706b',
  '#3d4642',
  '#29302d',
  '#202725',
  '#1c2220',
  '#151917',
  '#111412',
];

/** What opens over the page: in the middle, or from the side. */
const FENETRE = {
  defaultProps: {
    // The page itself never scrolls; the lock would add a style element without the nonce that the CSP asks for.
    lockScroll: false,
    closeButtonProps: { 'aria-label': 'Fermer' },
    // Its <header> would be a second banner of the page.
    attributes: { header: { role: 'presentation' } },
  },
  styles: { title: { fontSize: 17, fontWeight: 650 } },
};

/** What cannot be taken back lightly: white text on it is readable, which Mantine's own red does not allow. */
const brique: MantineColorsTuple = [
  '#fbe9e5',
  '#f5d0c8',
  '#f2b5a8',
  '#f1a291',
  '#f0917e',
  '#cf5a45',
  '#a8321f',
  '#962c1b',
  '#832617',
  '#6f2013',
];

/** Stationery rather than dashboard: one accent, hairlines, no shadow but under what floats. */
export const theme = createTheme({
  // Whoever asked the system for less motion gets windows and menus at once.
  respectReducedMotion: true,
  primaryColor: 'sarcelle',
  primaryShade: { light: 6, dark: 4 },
  colors: { sarcelle, red: brique, gray: gris, dark: nuit },
  // Mantine chooses the ink of a filled button for the light theme only: white would be pale on our dark-theme teal and brick.
  variantColorResolver: (choix) => {
    const couleurs = defaultVariantColorsResolver(choix);
    const plein = choix.variant === 'filled' && ['sarcelle', 'red'].includes(choix.color ?? 'sarcelle');
    return plein ? { ...couleurs, color: 'var(--sur-accent)' } : couleurs;
  },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontSizes: { xs: '12px', sm: '13.5px', md: '15px', lg: '17px', xl: '20px' },
  defaultRadius: 8,
  cursorType: 'pointer',
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '23px', lineHeight: '1.25' }, h2: { fontSize: '16px', lineHeight: '1.35' } },
  },
  components: {
    InputWrapper: Input.Wrapper.extend({
      // A refusal is the one sentence that must be read.
      vars: () => ({
        label: {},
        success: {},
        description: { '--input-description-size': '12.5px' },
        error: { '--input-error-size': '13px' },
      }),
    }),
    Modal: Modal.extend(FENETRE),
    Drawer: Drawer.extend(FENETRE),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': 'Fermer' } },
      styles: { root: { backgroundColor: 'var(--surface)', border: '1px solid var(--filet-2)' } },
    }),
  },
  autoContrast: true,
  luminanceThreshold: 0.34,
});

const NOTRES = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--encre)',
  '--mantine-color-dimmed': 'var(--encre-2)',
  '--mantine-color-placeholder': 'var(--encre-3)',
  '--mantine-primary-color-contrast': 'var(--sur-accent)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--fond)',
  '--mantine-color-default-color': 'var(--encre)',
  '--mantine-color-default-border': 'var(--filet-2)',
  '--mantine-color-error': 'var(--brique)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-sarcelle-light': 'var(--accent-fond)',
  '--mantine-color-sarcelle-light-hover': 'color-mix(in srgb, var(--accent) 16%, var(--surface))',
  '--mantine-color-disabled': 'var(--creux)',
  '--mantine-color-disabled-color': 'var(--encre-3)',
  '--mantine-color-disabled-border': 'var(--filet-2)',
};

/** Points Mantine's own variables at ours (styles.css), so that both themes are drawn in one place. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: NOTRES, dark: NOTRES });
