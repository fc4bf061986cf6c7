/** The seven official packages in their own words: names, logo, form and guide, read from where they are installed. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  connectorNames,
  connectorPackages,
  type ConnectorName,
} from '../../../src/server/connectors/index.js';
import type { CatalogEntry, FormItem, Localized } from '../wire.js';

interface Metadata {
  name: Localized;
  description: Localized;
  logo: string;
  readme: string;
  formItems: FormItem[];
}

type CreateConnector = (host: { getConfig: () => Promise<unknown> }) => Promise<{ metadata: Metadata }>;

const require = createRequire(import.meta.url);
let catalog: Promise<CatalogEntry[]> | undefined;

export function readCatalog(): Promise<CatalogEntry[]> {
  catalog ??= Promise.all(connectorNames.map(readEntry));
  catalog.catch(() => (catalog = undefined));
  return catalog;
}

async function readEntry(name: ConnectorName): Promise<CatalogEntry> {
  const packageName = connectorPackages[name];
  let entry: string;
  try {
    entry = require.resolve(packageName);
  } catch {
    return { name, packageName };
  }
  const module = (await import(/* @vite-ignore */ packageName)) as { default: CreateConnector };
  const { metadata } = await module.default({ getConfig: () => Promise.resolve({}) });
  const folder = join(dirname(entry), '..');
  return {
    name,
    packageName,
    about: {
      title: metadata.name,
      description: metadata.description,
      logo: await dataUrl(join(folder, metadata.logo)),
      readme: await readFile(join(folder, metadata.readme), 'utf8'),
      formItems: metadata.formItems,
    },
  };
}

async function dataUrl(path: string): Promise<string> {
  return `data:image/svg+xml;base64,${await readFile(path, 'base64')}`;
}
