/**
 * Holds the layering of src/: imports point downward only. Reads the import lines; nothing of src/ runs here.
 *
 *   errors, protocol → phone, flow, backend port → adapters, localization, server → elements → ssr → entry points
 */
import { isBuiltin } from 'node:module';
import { describe, expect, test } from 'vitest';
import { importsOf, readSource, targetOf, type Import } from './imports.js';

type Part =
  | 'errors'
  | 'protocol'
  | 'phone'
  | 'port'
  | 'flow'
  | 'adapters'
  | 'localization'
  | 'server'
  | 'elements'
  | 'ssr'
  | 'entry points';

/** The higher a part stands, the more it may import: everything that stands lower, and itself. */
const heights: Record<Part, number> = {
  errors: 0,
  protocol: 0,
  phone: 1,
  port: 1,
  flow: 1,
  adapters: 2,
  localization: 2,
  server: 2,
  elements: 3,
  ssr: 4,
  'entry points': 5,
};

/** Neighbours at the same height that may be imported all the same. */
const alsoAllowed: Partial<Record<Part, readonly Part[]>> = {
  flow: ['port'],
};

/** Lower parts that may not be imported, not even for a type: the two sides share the contract alone. */
const forbidden: Partial<Record<Part, readonly Part[]>> = {
  server: ['flow'],
  elements: ['server'],
  ssr: ['server', 'flow', 'adapters'],
};

const adapterTable = 'src/backends/index.ts';
const mayUseNode = /^src\/server\/(node[^/]*\.ts|bin[^/]*\.ts|connectors\/.+)$/;

/** The parts that are a folder of the same name. */
const folders: readonly Part[] = ['phone', 'flow', 'localization', 'server', 'elements', 'ssr'];

function partOf(file: string): Part | undefined {
  if (file === 'src/errors.ts') return 'errors';
  if (/^src\/(protocol|channels|e164|language-tags)\.ts$/.test(file)) return 'protocol';
  // What every adapter sends with belongs to none of them.
  if (file === 'src/backends/backend.ts' || file === 'src/backends/call.ts') return 'port';
  if (/^src\/(?:react\/)?[^/]+$/.test(file)) return 'entry points';
  const folder = /^src\/([^/]+)\//.exec(file)?.[1];
  return folder === 'backends' ? 'adapters' : folders.find(part => part === folder);
}

/** What is wrong with one import of one file, if anything is. */
function violationOf(file: string, { specifier, isType, isLazy }: Import): string | undefined {
  const part = partOf(file);
  if (!part) return 'belongs to no layer';
  // Connectors are packages that the host's own configuration names.
  if (specifier.startsWith('${'))
    return file.startsWith('src/server/connectors/') ? undefined : 'imports what only run time knows';
  if (!specifier.startsWith('.')) {
    if (!isBuiltin(specifier) || mayUseNode.test(file)) return undefined;
    return 'imports a Node module where every runtime must do';
  }
  const target = targetOf(file, specifier);
  const targetPart = partOf(target);
  if (!targetPart)
    return target.startsWith('src/') ? 'imports what belongs to no layer' : 'reaches out of src';

  // Our own contract's comes with the flow.
  const isOwn = target === 'src/backends/http.ts';
  if (file === adapterTable && targetPart === 'adapters' && !isType && !isLazy && !isOwn)
    return 'loads an adapter before it is needed';
  if (part === targetPart) return undefined;
  if (forbidden[part]?.includes(targetPart)) return `${part} may not import ${targetPart}`;
  // The elements want a DOM.
  if (part === 'ssr' && targetPart === 'elements' && !target.endsWith('.styles.ts'))
    return 'ssr takes of the elements their style sheets alone';
  if (part === 'elements' && targetPart === 'adapters' && target !== adapterTable && !isType)
    return 'elements know adapters by the table alone';
  if (heights[targetPart] < heights[part] || alsoAllowed[part]?.includes(targetPart)) return undefined;
  return `${part} may not import ${targetPart}`;
}

/** Every violation in a tree of files, as `file:line imports …: why`. */
function violationsIn(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([file, source]) => {
    if (!partOf(file)) return [`${file}: belongs to no layer`];
    return importsOf(file, source).flatMap(entry => {
      const violation = violationOf(file, entry);
      return violation ? [`${file}:${entry.line} imports ${entry.specifier}: ${violation}`] : [];
    });
  });
}

describe('the source', () => {
  const files = readSource();

  test('is found', () => {
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['src/errors.ts', 'src/flow/transition.ts', 'src/backends/http.ts']),
    );
    expect(Object.entries(files).flatMap(([file, source]) => importsOf(file, source)).length).toBeGreaterThan(
      10,
    );
  });

  test('imports downward only', () => {
    expect(violationsIn(files)).toEqual([]);
  });
});

describe('the check itself', () => {
  const check = (file: string, source: string) => violationsIn({ [file]: source });

  test.each([
    ['src/protocol.ts', "import { PhoneError } from './errors.js';", 'protocol may not import errors'],
    ['src/errors.ts', "import { isE164 } from './protocol.js';", 'errors may not import protocol'],
    [
      'src/phone/parse.ts',
      "import { transition } from '../flow/transition.js';",
      'phone may not import flow',
    ],
    [
      'src/backends/backend.ts',
      "import type { FlowState } from '../flow/state.js';",
      'port may not import flow',
    ],
    [
      'src/flow/sign-in.ts',
      "import { createHttpBackend } from '../backends/http.js';",
      'flow may not import adapters',
    ],
    [
      'src/flow/sign-in.ts',
      "const load = () => import('../backends/http.js');",
      'flow may not import adapters',
    ],
    ['src/flow/state.ts', "export * from '../elements/sign-in.js';", 'flow may not import elements'],
    [
      'src/backends/http.ts',
      "import { errorTexts } from '../localization/error-texts.js';",
      'adapters may not import localization',
    ],
    [
      'src/localization/texts.ts',
      "import { PhoneElement } from '../elements/phone-element.js';",
      'localization may not import elements',
    ],
    ['src/server/handler.ts', "import { clock } from '../flow/clock.js';", 'server may not import flow'],
    ['src/server/handler.ts', "import type { Clock } from '../flow/clock.js';", 'server may not import flow'],
    [
      'src/server/handler.ts',
      "import { Texts } from '../localization/texts.js';",
      'server may not import localization',
    ],
    [
      'src/server/handler.ts',
      "import { tokens } from '../elements/tokens.js';",
      'server may not import elements',
    ],
    [
      'src/elements/sign-in.ts',
      "import type { Handler } from '../server/handler.js';",
      'elements may not import server',
    ],
    [
      'src/elements/sign-in.ts',
      "import { createHttpBackend } from '../backends/http.js';",
      'elements know adapters by the table alone',
    ],
    [
      'src/elements/sign-in.ts',
      "const { createHttpBackend } = await import('../backends/http.js');",
      'elements know adapters by the table alone',
    ],
    [
      'src/elements/sign-in.ts',
      "import { type HttpBackendOptions } from '../backends/http.js';",
      'elements know adapters by the table alone',
    ],
    [
      'src/ssr/index.ts',
      "import { PhoneSignIn } from '../elements/sign-in/phone-sign-in.js';",
      'ssr takes of the elements their style sheets alone',
    ],
    ['src/elements/sign-in.ts', "import '../define.js';", 'elements may not import entry points'],
    [
      'src/backends/index.ts',
      "import { createLogtoBackend } from './logto.js';",
      'loads an adapter before it is needed',
    ],
    ['src/backends/index.ts', "export * from './logto.js';", 'loads an adapter before it is needed'],
    ['src/server/handler.ts', "import { createHmac } from 'node:crypto';", 'imports a Node module'],
    ['src/server/handler.ts', "import { createHmac } from 'crypto';", 'imports a Node module'],
    ['src/server/stores/memory.ts', "const fs = await import('node:fs/promises');", 'imports a Node module'],
    ['src/phone/metadata.ts', "import fs = require('node:fs');", 'imports a Node module'],
    ['src/server/index.ts', "type Server = import('node:http').Server;", 'imports a Node module'],
    ['src/phone/shards.ts', 'const load = (zone: string) => import(`./shard-${zone}.js`);', 'only run time'],
    ['src/flow/state.ts', "import demo from '../../demo/demo.js';", 'reaches out of src'],
    ['src/flow/state.ts', "import { pad } from '../util/pad.js';", 'imports what belongs to no layer'],
    ['src/util/pad.ts', 'export const pad = 1;', 'belongs to no layer'],
  ])('%s: %s', (file, source, expected) => {
    const found = check(file, `// a first line\n${source}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(file);
    expect(found[0]).toContain(expected);
  });

  test.each([
    ['src/phone/parse.ts', "import type { E164 } from '../protocol.js';"],
    ['src/flow/sign-in.ts', "import type { Backend } from '../backends/backend.js';"],
    ['src/backends/http.ts', "import { PhoneError } from '../errors.js';"],
    ['src/backends/index.ts', "export const backends = { http: () => import('./http.js') };"],
    ['src/backends/index.ts', "import type { HttpBackendOptions } from './http.js';"],
    ['src/backends/index.ts', "type Http = typeof import('./http.js');"],
    ['src/elements/sign-in.ts', "import { backends } from '../backends/index.js';"],
    ['src/elements/sign-in.ts', "import type { HttpBackendOptions } from '../backends/http.js';"],
    ['src/elements/sign-in.ts', "import { LitElement } from 'lit';"],
    ['src/elements/sign-in.ts', "import { Texts } from '../localization/texts.js';"],
    ['src/server/handler.ts', "import { problemStatuses } from '../protocol.js';"],
    ['src/server/handler.ts', "import { Hono } from 'hono';"],
    ['src/server/node.ts', "import { createServer } from 'node:http';"],
    ['src/server/node-listener.ts', "import { createServer } from 'node:http';"],
    ['src/server/bin.ts', "import { parseArgs } from 'node:util';"],
    ['src/server/connectors/load.ts', "import { createRequire } from 'node:module';"],
    ['src/server/connectors/load.ts', 'const load = (name: string) => import(name);'],
    ['src/index.ts', "export { PhoneSignIn } from './elements/sign-in.js';"],
    ['src/flow/state.ts', '// import "../elements/sign-in.js" stands in a comment'],
    ['src/flow/state.ts', 'export const text = \'import "../elements/sign-in.js"\';'],
  ])('%s may: %s', (file, source) => {
    expect(check(file, source)).toEqual([]);
  });

  test('names the line', () => {
    expect(check('src/flow/state.ts', "\n\nimport '../define.js';")).toEqual([
      'src/flow/state.ts:3 imports ../define.js: flow may not import entry points',
    ]);
  });

  test('finds one line put into the real source', () => {
    const files = readSource();
    const before = violationsIn(files);
    const file = 'src/flow/transition.ts';
    files[file] += "\nimport { createHttpBackend } from '../backends/http.js';\n";
    const found = violationsIn(files).filter(violation => !before.includes(violation));
    expect(found).toEqual([expect.stringContaining(`${file}:`) as string]);
  });
});
