/** What is made of the one secret: the same on Node as where there is Web Crypto alone, and of nothing that was tampered with. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createKeys, isChallengeId, isStrongSecret, randomCode, randomId } from '../../../src/server/keys.js';

const secret = 'a secret of the tests, long enough!';
const earlier = 'an earlier secret of them, long too';

afterEach(() => vi.restoreAllMocks());

/** As where there is no Node: browsers' workers, and most of the edge. */
function createPortable(...secrets: string[]) {
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
  const keys = createKeys(secrets);
  vi.restoreAllMocks();
  return keys;
}

describe('a secret', () => {
  it.each([
    ['abcdefghijklmnopqrstuvwxyz012345', true],
    ['abcdefghijklmnopqrstuvwxyz01234', false],
    ['abcdefghi'.padEnd(32, 'a'), true],
    ['abcdefgh'.padEnd(32, 'a'), false],
  ])('%s is strong: %s', (text, isStrong) => {
    expect(isStrongSecret(text)).toBe(isStrong);
  });

  it.each([
    ['none at all', [], '"secret" is missing'],
    ['a short one', 'short', 'openssl rand -base64 32'],
    ['no text', [secret, 7 as unknown as string], '"secret" must have at least 32'],
  ])('is not %s', (_, given, why) => {
    expect(() => createKeys(given)).toThrow(why);
  });
});

describe.each([
  ['Node', () => createKeys([secret, earlier]), () => createKeys(earlier)],
  ['Web Crypto alone', () => createPortable(secret, earlier), () => createPortable(earlier)],
])('with %s', (_, now, before) => {
  it('an HMAC tells use from use, and part from part', async () => {
    const keys = now();
    const macs = await Promise.all([
      keys.mac('phone', 'a', 'b'),
      keys.mac('phone', 'ab'),
      keys.mac('phone', 'b', 'a'),
      keys.mac('client', 'a', 'b'),
    ]);
    expect(new Set(macs).size).toBe(4);
    for (const each of macs) expect(each).toMatch(/^[\w-]{43}$/);
    expect(await keys.mac('phone', 'a', 'b')).toBe(macs[0]);
  });

  it('an earlier secret is known, after the one in use', async () => {
    const all = await now().macs('phone', 'a');
    expect(all).toEqual([await now().mac('phone', 'a'), await before().mac('phone', 'a')]);
    const sealed = await before().seal({ of: 'then' }, 'here');
    expect(await now().open(sealed, 'here')).toEqual({ of: 'then' });
    expect(await now().signing('session')).toHaveLength(2);
  });

  it('what is sealed is opened by the same context, and by no other secret', async () => {
    const keys = now();
    const sealed = await keys.seal({ text: 'ü' }, 'here');
    expect(sealed).not.toBe(await keys.seal({ text: 'ü' }, 'here'));
    expect(await keys.open(sealed, 'here')).toEqual({ text: 'ü' });
    await expect(keys.open(sealed, 'there')).rejects.toThrow();
    await expect(before().open(sealed, 'here')).rejects.toThrow();
  });

  it.each([
    ['nothing', () => ''],
    ['one part', (sealed: string) => sealed.split('.')[0] ?? ''],
    ['no data', (sealed: string) => `${sealed.split('.')[0]}.`],
    ['its tag cut off', (sealed: string) => sealed.slice(0, -22)],
    ['another beginning', (sealed: string) => `A${sealed.slice(1)}`],
    ['another end', (sealed: string) => `${sealed.slice(0, -1)}${sealed.endsWith('A') ? 'Q' : 'A'}`],
  ])('what is not sealed by it is not opened: %s', async (_what, change) => {
    const keys = now();
    let sealed = await keys.seal({ a: 1 }, 'here');
    while (sealed.startsWith('A')) sealed = await keys.seal({ a: 1 }, 'here');
    await expect(keys.open(change(sealed), 'here')).rejects.toThrow();
  });
});

it('Node and Web Crypto alone understand each other', async () => {
  const [node, web] = [createKeys(secret), createPortable(secret)];
  expect(await node.mac('code', 'a', 'ü')).toBe(await web.mac('code', 'a', 'ü'));
  expect(await node.open(await web.seal(['ü'], 'here'), 'here')).toEqual(['ü']);
  expect(await web.open(await node.seal(['ü'], 'here'), 'here')).toEqual(['ü']);
});

describe('an id', () => {
  it('is random, and looks like one', () => {
    const ids = Array.from({ length: 500 }, () => randomId());
    expect(new Set(ids).size).toBe(500);
    for (const id of ids) expect(isChallengeId(id)).toBe(true);
    expect(isChallengeId(`${ids[0]}.known`)).toBe(true);
  });

  it.each(['', 'A', 'A'.repeat(21), 'A'.repeat(23), `${'A'.repeat(21)}+`, `${'A'.repeat(22)}.`])(
    'is not %j',
    text => {
      expect(isChallengeId(text)).toBe(false);
      expect(isChallengeId(`${text}.known.known`)).toBe(false);
    },
  );
});

it('a code is six digits, of which none is likelier', () => {
  const draw = vi.spyOn(crypto, 'getRandomValues');
  const given = [4_294_000_000, 4_294_967_295, 4_293_999_999, 7];
  draw.mockImplementation(array => {
    (array as unknown as Uint32Array)[0] = given.shift() ?? 0;
    return array;
  });
  // Above the last whole million it is drawn again.
  expect(randomCode()).toBe('999999');
  expect(randomCode()).toBe('000007');
});
