/**
 * A secret is changed while people sign in: processes that have the next list of secrets stand beside those that have the one
 * before. Nobody is sent a second message for it, loses a code, or gains a try.
 */
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/server/index.js';
import { clientB, setUp } from './helpers.js';

const old = 'an old secret of the tests, long enough';
const next = 'the next secret of the tests, long enough';

/** What docs/server.md says: each list is everywhere before the following one is anywhere. */
const steps = {
  'the old': [old],
  'the old first': [old, next],
  'the next first': [next, old],
  'the next': [next],
};
type Step = keyof typeof steps;
const names = Object.keys(steps) as Step[];
const neighbours = names
  .flatMap(name => names.map((other): [Step, Step] => [name, other]))
  .filter(([a, b]) => Math.abs(names.indexOf(a) - names.indexOf(b)) === 1);

describe.each(neighbours)('from a process with %s to one with %s', (one, another) => {
  function pair() {
    const store = createMemoryStore();
    const [before, after] = [one, another].map(step => setUp({ store, secret: steps[step] }));
    if (!before || !after) throw new Error('Two are needed');
    const moveOn = (ms: number) => [before, after].forEach(({ clock }) => (clock.nowMs += ms));
    return { before, after, moveOn };
  }

  it('a code on its way stays good', async () => {
    const { before, after } = pair();
    const { id } = (await before.create()).body;
    expect((await after.verify(id, before.code())).body).toMatchObject({ result: 'session' });
    // And counts once.
    expect((await before.verify(id, before.code())).body.code).toBe('challenge_gone');
  });

  it.each([
    ['the same request', { key: 'one-intent' }],
    ['another request of the same client', {}],
  ])('%s for a code returns to the one on its way', async (_which, init) => {
    const { before, after } = pair();
    const first = await before.create(init);
    const again = await after.create(init);
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect(before.messages.length + after.messages.length).toBe(1);
  });

  it('a number that rests, rests for everybody', async () => {
    const { before, after, moveOn } = pair();
    const { id } = (await before.create()).body;
    expect((await after.create({ client: clientB })).body.code).toBe('just_sent');
    expect((await after.resend(id)).body.code).toBe('rate_limited');
    moveOn(60_000);
    expect((await after.resend(id)).status).toBe(200);
    expect(before.messages.length + after.messages.length).toBe(2);
    expect((await before.verify(id, after.code())).status).toBe(200);
  });

  it('tries go on being counted', async () => {
    const { before, after } = pair();
    const { id } = (await before.create()).body;
    const wrong = before.wrong();
    for (let i = 0; i < 4; i++) expect((await before.verify(id, wrong)).body.code).toBe('code_invalid');
    expect((await after.verify(id, wrong)).body.code).toBe('too_many_attempts');
    expect((await after.verify(id, before.code())).body.code).toBe('too_many_attempts');
  });

  it('a right code whose answer was lost is answered again', async () => {
    const { before, after } = pair();
    const { id } = (await before.create()).body;
    const first = await before.verify(id, before.code(), { key: 'lost' });
    const again = await after.verify(id, before.code(), { key: 'lost' });
    expect([again.status, again.headers.get('set-cookie')]).toEqual([200, first.headers.get('set-cookie')]);
  });

  it('two requests under one key at once send one message', async () => {
    const { before, after } = pair();
    const answers = await Promise.all([before, after].map(each => each.create({ key: 'at-once' })));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(before.messages.length + after.messages.length).toBe(1);
  });

  it('who is signed in stays so', async () => {
    const { before, after } = pair();
    const { id } = (await before.create()).body;
    const answer = await before.verify(id, before.code());
    const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
    expect((await after.call('GET', '/session', { headers: { cookie } })).status).toBe(200);
  });
});
