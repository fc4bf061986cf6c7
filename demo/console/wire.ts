/** What the console's page and its routes say to each other. Runs in both, so nothing of Node is in here. */
import type { ConnectorFile, ConnectorName } from '../../src/server/connectors/index.js';

export const consolePath = '/demo/console/connectors';

/** Stands for a secret that is saved on the server, and never leaves it: sent back, it means "as it was". */
export const savedMark = '••••••••';

/** The packages' names and descriptions: `en` always, some languages more. */
export type Localized = Readonly<Record<string, string>>;

/** Of `metadata.formItems`; the packages use these kinds alone. */
export interface FormItem {
  key: string;
  label: string;
  type: 'Text' | 'Switch' | 'Json';
  required?: boolean;
  placeholder?: string;
  defaultValue?: unknown;
  description?: string;
  tooltip?: string;
}

export interface CatalogEntry {
  name: ConnectorName;
  packageName: string;
  /** What the package says of itself; `undefined` where it is not installed. */
  about?: {
    title: Localized;
    description: Localized;
    /** A `data:` URL of the package's own file. */
    logo: string;
    readme: string;
    formItems: FormItem[];
  };
}

export interface ConsoleEntry extends CatalogEntry {
  isLive: boolean;
  /** As it was saved, with {@link savedMark} in place of each secret. */
  saved?: ConnectorFile;
}

export interface ConsoleState {
  connectors: ConsoleEntry[];
}

export interface Issue {
  /** A path into the config (`templates.1.content`), a key of the file beside it, or empty. */
  field: string;
  message: string;
}

/** The body of every call that has one. `text` is a config file, as the person has it before them. */
export interface DraftBody {
  text: string;
  /** E.164; for a test message. */
  to?: string;
}

export interface Refusal {
  issues: Issue[];
}

export interface ProductionFile {
  text: string;
  /** The keys of the config that are left to fill in. */
  blanks: string[];
}
