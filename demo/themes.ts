/** Three looks to start from, and how dense each may be: nothing but values of the widget's CSS variables. */

export type Variables = Readonly<Record<string, string>>;

export const themes = {
  neutral: {},
  playful: {
    '--phone-color-accent': 'light-dark(#b3246f, #ff9bd0)',
    '--phone-color-on-accent': 'light-dark(#fff, #3b0a26)',
    '--phone-color-text': 'light-dark(#3a1a4d, #fbeffa)',
    '--phone-color-muted': 'light-dark(#74557f, #cdb2d2)',
    '--phone-color-surface': 'light-dark(#fff8f2, #271532)',
    '--phone-color-border': 'light-dark(#a9749b, #9b6f9c)',
    '--phone-color-success': 'light-dark(#0f766e, #5eead4)',
    '--phone-font': "ui-rounded, 'SF Pro Rounded', Nunito, Quicksand, Comfortaa, 'Trebuchet MS', sans-serif",
    '--phone-radius': '1.4em',
    '--phone-control-height': '3.5em',
    '--phone-gap': '2em',
    '--phone-shadow':
      '0 0 0 2px light-dark(#f3c9de, #6b3a63), 0 1.25em 2.5em -1em light-dark(#b3246f59, #000)',
    '--phone-motion': '0.3s',
  },
  'high-contrast': {
    '--phone-color-accent': 'light-dark(#00209f, #ffe14d)',
    '--phone-color-on-accent': 'light-dark(#fff, #000)',
    '--phone-color-text': 'light-dark(#000, #fff)',
    '--phone-color-muted': 'light-dark(#1f1f1f, #f0f0f0)',
    '--phone-color-surface': 'light-dark(#fff, #000)',
    '--phone-color-border': 'light-dark(#000, #fff)',
    '--phone-color-danger': 'light-dark(#a30000, #ffb3b3)',
    '--phone-color-success': 'light-dark(#005a1e, #8dffb0)',
    '--phone-color-focus': 'light-dark(#c2410c, #5cd6ff)',
    '--phone-radius': '0.2em',
    '--phone-control-height': '3.375em',
    '--phone-shadow': '0 0 0 2px light-dark(#000, #fff)',
    '--phone-motion': '0s',
  },
} satisfies Record<string, Variables>;

export type ThemeName = keyof typeof themes;

export const densities = {
  compact: { '--phone-gap': '1.25em', '--phone-control-height': '2.75em' },
  regular: { '--phone-gap': '', '--phone-control-height': '' },
  roomy: { '--phone-gap': '2.5em', '--phone-control-height': '3.75em' },
} satisfies Record<string, Variables>;

export type Density = keyof typeof densities;

/** Where the widget stands; in the page's own text it needs no card. */
export const places = {
  card: {},
  inline: {
    '--phone-color-surface': 'transparent',
    '--phone-gap': '0em',
    '--phone-shadow': 'none',
  },
  dialog: {},
} satisfies Record<string, Variables>;

export type Place = keyof typeof places;
