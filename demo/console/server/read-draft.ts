/** From what the person has before them to a setting that can be sent with; or what is wrong with it, field by field. */
import {
  ConfigInvalid,
  createConnectorSender,
  readConnectorSetting,
  type ConnectorFile,
  type ConnectorName,
  type ConnectorSetting,
} from '../../../src/server/connectors/index.js';
import { parseJson } from '../../../src/server/connectors/setting.js';
import { isBlank, restoreSecrets } from '../secrets.js';
import type { Issue } from '../wire.js';

type Config = Record<string, unknown>;

export class DraftInvalid extends Error {
  constructor(readonly issues: Issue[]) {
    super('The draft is not valid');
  }
}

/** `required` are the keys that the connector's form asks for. Throws {@link DraftInvalid}. */
export async function readDraft(
  name: ConnectorName,
  text: string,
  saved: ConnectorFile | undefined,
  required: readonly string[],
): Promise<ConnectorSetting> {
  const asked = readFile(text);
  if (asked.name !== name) {
    const message = `This is a config of "${asked.name}"; what is open here is "${name}".`;
    throw new DraftInvalid([{ field: 'connector', message }]);
  }
  const { config, issues } = restoreSecrets(name, asked.config as Config, saved?.config as Config);
  const setting = { ...asked, config };
  // The guard's own words go before ours.
  const found = [...(await guardIssues(setting)), ...issues, ...emptyIssues(config, required)];
  const firsts = found.filter(({ field }, at) => found.findIndex(other => other.field === field) === at);
  if (firsts.length > 0) throw new DraftInvalid(firsts);
  return setting;
}

export function toFile({ name, config, ...rest }: ConnectorSetting): ConnectorFile {
  return { connector: name, config, ...rest };
}

function readFile(text: string): ConnectorSetting {
  try {
    return readConnectorSetting(parseJson(text));
  } catch (error) {
    const { message } = error as Error;
    throw new DraftInvalid([{ field: /^"(\w+)"/.exec(message)?.[1] ?? '', message }]);
  }
}

async function guardIssues(setting: ConnectorSetting): Promise<readonly Issue[]> {
  try {
    await createConnectorSender(setting);
    return [];
  } catch (error) {
    if (error instanceof ConfigInvalid) return error.issues;
    return [{ field: '', message: (error as Error).message }];
  }
}

/** The guards take empty texts, and the placeholders of their own forms. */
function emptyIssues(config: Config, required: readonly string[]): Issue[] {
  const empty = required.filter(key => config[key] === '' || config[key] === undefined);
  return [...empty.map(field => ({ field, message: 'Required' })), ...blankIssues(config, '')];
}

function blankIssues(value: unknown, field: string): Issue[] {
  if (isBlank(value)) return [{ field, message: 'This is still the placeholder: fill it in.' }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => blankIssues(each, field ? `${field}.${key}` : key));
}
