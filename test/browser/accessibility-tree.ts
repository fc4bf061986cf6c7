/** What assistive technology is given: the browser's own accessibility tree of this page, as text. */
import { cdp } from 'vitest/browser';

interface Value {
  value?: unknown;
}

interface Node {
  nodeId: string;
  ignored: boolean;
  role?: Value;
  name?: Value;
  description?: Value;
  value?: Value;
  properties?: { name: string; value: Value & { relatedNodes?: { idref?: string }[] } }[];
  childIds?: string[];
  parentId?: string;
}

interface Frame {
  frame: { id: string; url: string };
  childFrames?: Frame[];
}

/** As much of the browser's protocol as is used here; Vitest does not type it. */
interface Protocol {
  send(method: 'Page.getFrameTree'): Promise<{ frameTree: Frame }>;
  send(method: 'Accessibility.enable'): Promise<void>;
  send(method: 'Accessibility.getFullAXTree', wanted: { frameId: string }): Promise<{ nodes: Node[] }>;
}

/** States that are said; others follow from the role, or are of no concern to a person. */
const told = new Set(
  'focused invalid required disabled expanded pressed selected readonly level modal hasPopup activedescendant'.split(
    ' ',
  ),
);

const framesOf = ({ frame, childFrames = [] }: Frame): Frame['frame'][] => [
  frame,
  ...childFrames.flatMap(framesOf),
];

async function nodes(): Promise<Node[]> {
  const protocol = cdp() as unknown as Protocol;
  await protocol.send('Accessibility.enable');
  const { frameTree } = await protocol.send('Page.getFrameTree');
  const here = framesOf(frameTree).find(({ url }) => url === location.href);
  return (await protocol.send('Accessibility.getFullAXTree', { frameId: here!.id })).nodes;
}

const text = (value: Value | undefined) => (typeof value?.value === 'string' ? value.value : '');

/** Role and name, what it holds, its states, and after a dash what describes it. */
function lineOf({ role, name, value, description, properties = [] }: Node): string {
  const states = properties.flatMap(({ name, value: { value, relatedNodes } }) => {
    if (!told.has(name)) return [];
    if (name === 'activedescendant') return [`active: ${relatedNodes?.[0]?.idref}`];
    if (value === true || value === 'true') return [name];
    return value === false || value === 'false'
      ? /expanded|pressed/.test(name)
        ? [`not ${name}`]
        : []
      : [`${name} ${String(value)}`];
  });
  return [
    text(role),
    text(name) && `“${text(name)}”`,
    text(value) && `= “${text(value)}”`,
    states.length && `(${states.join(', ')})`,
    text(description) && `— ${text(description)}`,
  ]
    .filter(Boolean)
    .join(' ')
    .replace(/\d+:\d\d/g, 'm:ss');
}

/** A line a node, children further in. */
export async function accessibilityTree(): Promise<string> {
  const all = await nodes();
  const byId = new Map(all.map(node => [node.nodeId, node]));
  const linesOf = (node: Node, around: string): string[] => {
    const role = text(node.role);
    const name = text(node.name);
    const children = (within: string) =>
      (node.childIds ?? []).flatMap(id => (byId.has(id) ? linesOf(byId.get(id)!, within) : []));
    if (
      role === 'InlineTextBox' ||
      (role === 'StaticText' && (!name.trim() || name.trim() === around.trim()))
    )
      return [];
    if (
      node.ignored ||
      role === 'RootWebArea' ||
      (/^(generic|none|LabelText|paragraph|section)$/i.test(role) && !name)
    )
      return children(around);
    // What a live region holds is over soon, and told in another test.
    const inner = /status|alert/.test(role) ? [] : children(name);
    // A long list begins alike for everybody.
    const shown =
      role === 'listbox' ? [...inner.slice(0, 3), `… ${inner.length > 3 ? 'and more' : ''}`] : inner;
    return [lineOf(node), ...shown.map(line => `  ${line}`)];
  };
  const root = all.find(({ parentId }) => !parentId)!;
  return linesOf(root, '').join('\n');
}

/** What is read when the focus is there: name, role and description. */
export async function focusedLine(): Promise<string> {
  const isFocused = ({ role, properties = [] }: Node) =>
    text(role) !== 'RootWebArea' &&
    properties.some(({ name, value }) => name === 'focused' && value.value === true);
  const node = (await nodes()).find(isFocused);
  return node ? lineOf({ ...node, properties: [] }) : '';
}
