/**
 * Looks to start from, each a style sheet that a page could have: first the widget's variables, then what only parts and
 * states can say. And how dense each may be, and where the widget stands.
 */
import github from './themes/github.css?raw';
import highContrast from './themes/high-contrast.css?raw';
import material from './themes/material.css?raw';
import playful from './themes/playful.css?raw';
import shadcn from './themes/shadcn.css?raw';

export type Variables = Readonly<Record<string, string>>;

export interface Theme {
  readonly label: string;
  readonly variables: Variables;
  /** The rest of the style sheet. */
  readonly parts: string;
}

function theme(label: string, sheet: string): Theme {
  const [, rule = '', parts = ''] = /^phone-sign-in \{\n(.*?)^\}\n?(.*)$/ms.exec(sheet) ?? [];
  const variables: Record<string, string> = {};
  for (const [, name = '', value = ''] of rule.matchAll(/(--[\w-]+):\s*(.*?);/gs))
    variables[name] = value.replaceAll(/\s+/g, ' ').trim();
  return { label, variables, parts: parts.trim() };
}

export const themes = {
  neutral: theme('Neutral', ''),
  playful: theme('Playful', playful),
  'high-contrast': theme('High contrast', highContrast),
  github: theme('GitHub', github),
  material: theme('Material 3', material),
  shadcn: theme('shadcn', shadcn),
} satisfies Record<string, Theme>;

export type ThemeName = keyof typeof themes;

export const densities = {
  compact: { '--phone-gap': '1.25em', '--phone-control-height': '2.75em' },
  regular: { '--phone-gap': '', '--phone-control-height': '' },
  roomy: { '--phone-gap': '2.5em', '--phone-control-height': '3.75em' },
} satisfies Record<string, Variables>;

export type Density = keyof typeof densities;

/** In the page's own text it needs no card. */
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
