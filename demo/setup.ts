/** What the playground is set to. It lives in the page's address, so that a reload and a shared link keep it. */
import { controlOf, controls, isVariable, type Control } from './controls.js';
import { places, themes, type Place, type ThemeName, type Variables } from './themes.js';

export const widths = { phone: undefined, tablet: 768, desktop: 1024 } as const;

export type Width = keyof typeof widths;
export type PreviewScheme = 'page' | 'light' | 'dark';

export interface Setup {
  readonly theme: ThemeName;
  readonly place: Place;
  readonly width: Width;
  readonly preview: PreviewScheme;
  /** By a control's name; a variable set to nothing is one that the theme's value is taken from. */
  readonly values: Readonly<Record<string, string>>;
}

export const emptySetup: Setup = {
  theme: 'neutral',
  place: 'card',
  width: 'phone',
  preview: 'page',
  values: {},
};

export function readSetup(asked: URLSearchParams): Setup {
  const of = <Name extends string>(name: string, table: Readonly<Record<Name, unknown>>, without: Name) => {
    const value = asked.get(name) ?? '';
    return Object.hasOwn(table, value) ? (value as Name) : without;
  };
  const values: Record<string, string> = {};
  for (const control of controls) {
    const value = asked.get(control.name);
    // A link that somebody made must not fetch from elsewhere.
    if (value === null || (isVariable(control) && /(url|image|src)[\w-]*\(/i.test(value))) continue;
    if (value !== '' || isVariable(control)) values[control.name] = value;
  }
  return {
    theme: of('theme', themes, 'neutral'),
    place: of('place', places, 'card'),
    width: of('width', widths, 'phone'),
    preview: of<PreviewScheme>('preview', { page: 1, light: 1, dark: 1 }, 'page'),
    values,
  };
}

/** Puts it into an address, and leaves alone what else is there. */
export function writeSetup({ values, ...choices }: Setup, address: URL): void {
  const { searchParams } = address;
  for (const [name, value] of Object.entries(choices)) {
    if (value === emptySetup[name as keyof typeof choices]) searchParams.delete(name);
    else searchParams.set(name, value);
  }
  for (const { name } of controls) {
    const value = values[name];
    if (value === undefined) searchParams.delete(name);
    else searchParams.set(name, value);
  }
}

/** The variables that hold: the theme's, the place's, and those set by hand. */
export function variablesOf({ theme, place, values }: Setup): [string, string][] {
  const own = Object.entries(values).filter(([name]) => name.startsWith('--'));
  const all: Variables = { ...themes[theme].variables, ...places[place], ...Object.fromEntries(own) };
  return Object.entries(all).filter(([, value]) => value !== '');
}

export interface SetAttribute {
  readonly control: Control;
  readonly value: string;
}

/** The attributes that are set, in the order of the table. */
export function attributesOf({ values }: Setup): SetAttribute[] {
  return controls.flatMap(control => {
    const value = values[control.name];
    return isVariable(control) || control.isOfServer || !value ? [] : [{ control, value }];
  });
}

/** The value of a control; a variable's may come from the theme. */
export function valueOf(setup: Setup, name: string): string {
  const control = controlOf.get(name);
  if (!control || !isVariable(control)) return setup.values[name] ?? '';
  return Object.fromEntries(variablesOf(setup))[name] ?? '';
}

export type SetupStore = ReturnType<typeof createSetupStore>;

export function createSetupStore(initial: Setup) {
  let setup = initial;
  const listeners: ((setup: Setup) => void)[] = [];

  function change(change: Partial<Setup>): void {
    setup = { ...setup, ...change };
    for (const listener of listeners) listener(setup);
  }

  /** What was set by hand is forgotten. */
  function takeBack(name: string): void {
    change({ values: Object.fromEntries(Object.entries(setup.values).filter(([other]) => other !== name)) });
  }

  return {
    get setup(): Setup {
      return setup;
    },
    change,
    /** One control; nothing is what holds without it, even where the theme says otherwise. */
    set(name: string, value: string): void {
      const { theme, place, values } = setup;
      const own: Variables = { ...themes[theme].variables, ...places[place] };
      // Nothing over nothing need not be said.
      if (value === '' && !own[name]) takeBack(name);
      else change({ values: { ...values, [name]: value } });
    },
    takeBack,
    /** Calls back now and after every change. */
    subscribe(listener: (setup: Setup) => void): void {
      listeners.push(listener);
      listener(setup);
    },
  };
}
