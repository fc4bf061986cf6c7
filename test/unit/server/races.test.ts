import { expect, it } from 'vitest';
import { setUp } from './helpers.js';

it('evaluates five of 200 guesses sent in parallel, and the right one after them no more', async () => {
  const { create, verify, code, wrong } = setUp();
  const { id } = (await create()).body;
  const guesses = Array.from({ length: 200 }, (_, i) => (i === 150 ? code() : wrong()));
  const answers = await Promise.all(guesses.map(guess => verify(id, guess)));
  const count = (status: number) => answers.filter(answer => answer.status === status).length;
  // Four are told that they are wrong; the fifth is told, like all that follow, that it was the last.
  expect([count(422), count(410), count(200)]).toEqual([4, 196, 0]);
});

it('accepts one of 20 right codes sent in parallel', async () => {
  const { create, verify, code } = setUp();
  const { id } = (await create()).body;
  const answers = await Promise.all(Array.from({ length: 20 }, () => verify(id, code())));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ body }) => body.code === 'challenge_gone')).toHaveLength(19);
});

it('sends one message when 50 clients ask for one number in parallel', async () => {
  const { create, messages } = setUp();
  const clients = Array.from({ length: 50 }, (_, i) => String(i).padStart(22, '0'));
  await Promise.all(clients.map(client => create({ client })));
  expect(messages).toHaveLength(1);
});
