/** The config file as the form edits it: every function answers a new one. What the form does not know stays in it. */
import type { ConnectorFile, ConnectorName } from '../../src/server/connectors/index.js';
import { connectorTexts, type usageTypes } from '../../src/server/connectors/packages.js';
import { isBlank, isSecret } from './secrets.js';
import { savedMark, type ConsoleEntry, type Issue } from './wire.js';

export type UsageType = (typeof usageTypes)[keyof typeof usageTypes];

/** Aliyun has two codes for each. */
export type TemplateText = string | { china?: string; overseas?: string };

interface Template {
  usageType: string;
  content?: string;
  templateCode?: TemplateText;
}

type Config = Record<string, unknown> & { templates?: unknown };

export const templateTypes: readonly { type: UsageType; label: string; isRequired: boolean }[] = [
  { type: 'SignIn', label: 'Sign-in', isRequired: true },
  { type: 'Register', label: 'Sign-up', isRequired: true },
  { type: 'ForgotPassword', label: 'Forgotten password', isRequired: true },
  { type: 'Generic', label: 'Generic', isRequired: true },
  { type: 'OrganizationInvitation', label: 'Invitation to an organization', isRequired: false },
  { type: 'UserPermissionValidation', label: 'Confirming who it is', isRequired: false },
  { type: 'BindNewIdentifier', label: 'Adding a new number', isRequired: false },
  { type: 'MfaVerification', label: 'Second factor', isRequired: false },
  { type: 'BindMfa', label: 'Setting up a second factor', isRequired: false },
];

/** What a connector's templates hold; `none` where the receiver writes the text. */
export function templateKind(name: ConnectorName): 'content' | 'code' | 'code-pair' | 'none' {
  const texts = connectorTexts[name];
  if (texts === 'payload') return 'none';
  if (texts !== 'approved') return 'content';
  return name === 'aliyun' ? 'code-pair' : 'code';
}

/** What is saved, or what the package's form begins with. */
export function startFile({ name, saved, about }: ConsoleEntry): ConnectorFile {
  if (saved) return saved;
  const config: Config = {};
  for (const { key, defaultValue } of about?.formItems ?? []) {
    if (key === 'templates') config.templates = startTemplates(defaultValue);
    else if (defaultValue !== undefined) config[key] = defaultValue;
  }
  // As the server has it, which knows that every number carries its country code.
  if (name === 'aliyun') config['strictPhoneRegionNumberCheck'] = true;
  return { connector: name, config };
}

/** The package's own, less the name of its maker: the message would be signed with it. */
function startTemplates(defaults: unknown): Template[] {
  const templates = Array.isArray(defaults) ? (defaults as Template[]) : [];
  return templates.flatMap(template => {
    if (isBlank(template.templateCode)) return [];
    const { content } = template;
    return content === undefined ? template : { ...template, content: content.replace('Logto ', '') };
  });
}

export function valueOf({ config }: ConnectorFile, key: string): unknown {
  return (config as Config)[key];
}

/** An empty text takes the key out; an empty secret keeps what is saved. */
export function withValue(file: ConnectorFile, key: string, value: unknown, isSaved = false): ConnectorFile {
  const config = { ...(file.config as Config) };
  if (value !== '') config[key] = value;
  else if (isSaved && isSecret(file.connector, key)) config[key] = savedMark;
  else delete config[key];
  return { ...file, config };
}

export function templateOf(file: ConnectorFile, type: UsageType): TemplateText | undefined {
  const template = templatesIn(file).find(({ usageType }) => usageType === type);
  return template?.content ?? template?.templateCode;
}

/** Without a text, the template is taken out: Generic is sent in its place. */
export function withTemplate(file: ConnectorFile, type: UsageType, text: TemplateText): ConnectorFile {
  const key = templateKind(file.connector) === 'content' ? 'content' : 'templateCode';
  const others = templatesIn(file).filter(({ usageType }) => usageType !== type);
  const order = (usageType: string) => templateTypes.findIndex(({ type }) => type === usageType);
  const templates = isEmpty(text)
    ? others
    : [...others, { usageType: type, [key]: text }].sort(
        (one, other) => order(one.usageType) - order(other.usageType),
      );
  return { ...file, config: { ...(file.config as Config), templates } };
}

/** Two codes as Aliyun's package takes them: one text where both are the same. */
export function codePair(text: TemplateText | undefined): { china: string; overseas: string } {
  if (typeof text === 'object') return { china: text.china ?? '', overseas: text.overseas ?? '' };
  return { china: text ?? '', overseas: text ?? '' };
}

export function fromCodePair({ china, overseas }: { china: string; overseas: string }): TemplateText {
  if (china === overseas) return china;
  return { ...(china && { china }), ...(overseas && { overseas }) };
}

/** The field of the form that an issue belongs to: `authToken`, `templates`, `templates.SignIn`; empty for none. */
export function fieldOf({ field }: Issue, file: ConnectorFile): string {
  const [key = '', index, ...rest] = field.split('.');
  if (key !== 'templates' || index === undefined) return key;
  const type = templatesIn(file)[Number(index)]?.usageType;
  const isShown = templateTypes.some(each => each.type === type);
  return isShown && rest[0] !== 'usageType' ? `templates.${type}` : 'templates';
}

function isEmpty(text: TemplateText): boolean {
  return typeof text === 'string' ? text === '' : !text.china && !text.overseas;
}

function templatesIn({ config }: ConnectorFile): Template[] {
  const { templates } = config as Config;
  return Array.isArray(templates) ? (templates as Template[]) : [];
}
