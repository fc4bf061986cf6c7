/**
 * Holds the house: how files of src/ may know each other inside a layer, and how large they may be.
 *
 *   shared → country-picker, code-field, resend-button, password-field → number-field → sign-in
 *
 * A folder with an index.ts, inside an element's, is a chunk: it is fetched later, and named after when.
 */
import { describe, expect, test } from 'vitest';
import { importsOf, readSource, targetOf } from './imports.js';

type Files = Readonly<Record<string, string>>;

/** The most lines that a person is asked to hold in mind. */
const mostLines = 300;

const heights: Readonly<Record<string, number>> = {
  shared: 0,
  'country-picker': 1,
  'code-field': 1,
  'resend-button': 1,
  'password-field': 1,
  'number-field': 2,
  'sign-in': 3,
};

const elementOf = (file: string) => /^src\/elements\/([\w-]+)\//.exec(file)?.[1];

/** The folder of the chunk that a file is in. */
function chunkOf(file: string, files: Files): string | undefined {
  const folder = /^(src\/elements\/[\w-]+\/[\w-]+)\//.exec(file)?.[1];
  return folder && `${folder}/index.ts` in files ? folder : undefined;
}

/** Everything that a file imports from src/, types and later fetches among it. */
function arrowsOf(file: string, source: string) {
  return importsOf(file, source)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier, ...rest }) => ({ ...rest, target: targetOf(file, specifier) }));
}

/** What breaks the rules, as `file → file: why`. */
export function breaches(files: Files): string[] {
  return Object.entries(files).flatMap(([file, source]) =>
    arrowsOf(file, source).flatMap(({ target, isType, isLazy }) => {
      const [from, to] = [elementOf(file), elementOf(target)];
      const chunk = chunkOf(target, files);
      const found: string[] = [];
      if (from && to && from !== to && heights[to]! >= heights[from]!) found.push('upward or sideways');
      if (chunk && chunk !== chunkOf(file, files)) {
        if (!isType && !isLazy) found.push('fetched before it is needed');
        else if (target !== `${chunk}/index.ts`) found.push('past the index of its chunk');
      }
      // The element's own file: what is fetched later sees its `host.ts`.
      if (chunkOf(file, files) && from === to && target === `src/elements/${to}/phone-${to}.ts`)
        found.push('the element itself');
      return found.map(why => `${file} → ${target}: ${why}`);
    }),
  );
}

/** Files that lead to each other, by imports of any kind. */
export function circlesIn(files: Files): string[][] {
  const next = new Map(
    Object.entries(files).map(([file, source]) => [file, arrowsOf(file, source).map(({ target }) => target)]),
  );
  const reach = (start: string) => {
    const seen = new Set<string>();
    const queue = [...(next.get(start) ?? [])];
    for (let file = queue.pop(); file; file = queue.pop())
      if (!seen.has(file)) {
        seen.add(file);
        queue.push(...(next.get(file) ?? []));
      }
    return seen;
  };
  const reached = new Map([...next.keys()].map(file => [file, reach(file)]));
  const circles = new Map<string, string[]>();
  for (const [file, seen] of reached) {
    if (!seen.has(file)) continue;
    const circle = [...seen].filter(other => reached.get(other)?.has(file)).toSorted();
    circles.set(circle.join(), circle);
  }
  return [...circles.values()];
}

const files = readSource();

test('no file leads back to itself', () => {
  const circles = circlesIn(files);
  console.log(`${Object.keys(files).length} files, ${circles.length} circles of files`);
  expect(circles).toEqual([]);
});

test('elements point downward, and chunks are entered by their index, when they are needed', () => {
  const folders = new Set(Object.keys(files).flatMap(file => elementOf(file) ?? []));
  expect([...folders].toSorted()).toEqual(Object.keys(heights).toSorted());
  const found = breaches(files);
  console.log(`${found.length} arrows upward, sideways, or into a chunk`);
  expect(found).toEqual([]);
});

test(`no file has more than ${mostLines} lines`, () => {
  const long = Object.entries(files)
    .filter(([file]) => !file.includes('/generated/'))
    .map(([file, source]) => `${file}: ${source.split('\n').length - 1}`)
    .filter(line => Number(line.split(' ')[1]) > mostLines);
  expect(long).toEqual([]);
});

describe('the check itself finds', () => {
  const steps = 'src/elements/sign-in/on-touch/sign-in-steps.ts';
  const host = 'src/elements/sign-in/phone-sign-in.ts';

  test.each([
    [steps, "import type { PhoneSignIn } from '../phone-sign-in.js';", 'the element itself'],
    [host, "import { SignInSteps } from './on-touch/index.js';", 'fetched before it is needed'],
    [host, "const steps = () => import('./on-touch/sign-in-steps.js');", 'past the index of its chunk'],
    [host, "import type { AskedStep } from './on-touch/asked-step.js';", 'past the index of its chunk'],
    [
      'src/elements/shared/icons.ts',
      "import type { flag } from '../country-picker/flag.js';",
      'upward or sideways',
    ],
    [
      'src/elements/code-field/code-slots.ts',
      "import { flag } from '../country-picker/flag.js';",
      'upward or sideways',
    ],
  ])('%s: %s', (file, line, why) => {
    const found = breaches({ ...files, [file]: `${line}\n${files[file]}` });
    expect(found).toEqual([expect.stringContaining(why)]);
  });

  test('a circle of types', () => {
    const seeded = {
      'src/a.ts': "import type { B } from './b.js';",
      'src/b.ts': "export const c = () => import('./c.js');",
      'src/c.ts': "import { a } from './a.js';",
      'src/d.ts': "import { a } from './a.js';",
    };
    expect(circlesIn(seeded)).toEqual([['src/a.ts', 'src/b.ts', 'src/c.ts']]);
  });
});
