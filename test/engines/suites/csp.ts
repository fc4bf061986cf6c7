/** Under a strict Content-Security-Policy with Trusted Types: nothing is reported, and nothing is asked of anyone else. */
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { errorText } from '../../../src/localization/error-texts.js';
import { loadTexts } from '../../../src/localization/texts.js';
import type { Case, Setting } from '../cases.js';
import { buildLit } from '../built.js';
import { until } from '../driver.js';
import { goThrough, nonce, nothingHappened, policy, strictPage } from './strict-page.js';

const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script><b>bold</b>';

/** What a server says in its prose, and what it says where it is shown. */
async function isText({ tab }: Setting): Promise<void> {
  const found = await tab.evaluate(() => globalThis.probe.all('img, b, script:not([src])').length);
  assert.equal(found, 0, 'text became elements');
}

const hashOf = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

/** Differs from one error to the next. */
const occurrence = ({ tab }: Setting) =>
  tab.evaluate(() => document.querySelector('phone-sign-in')?.state.error?.occurrence ?? null);

export const cspCases: readonly Case[] = [
  {
    group: 'strict policy',
    name: 'strict policy: the whole flow, with no violation and no other origin',
    async run(setting) {
      strictPage(setting.world);
      await goThrough(setting);
      await nothingHappened(setting);
    },
  },
  ...(['before', 'after'] as const).map(where => ({
    group: 'second Lit',
    name: `a page's own Lit, loaded ${where} ours`,
    async run(setting: Setting) {
      setting.world.pages.set('/own-lit.js', { body: await ownLit(), type: 'text/javascript' });
      strictPage(setting.world, {
        [where]: `<script type="module" nonce="${nonce}" src="/own-lit.js"></script>`,
      });
      await goThrough(setting);
      const greeting = await setting.tab.evaluate(
        () => document.querySelector('own-greeting')?.shadowRoot?.textContent,
      );
      assert.equal(greeting, 'Hello from the page');
      await nothingHappened(setting);
    },
  })),
  {
    group: 'strict policy',
    name: 'strict policy: a password after the code',
    async run(setting) {
      const { world, person } = setting;
      strictPage(world, {
        attributes: 'endpoint="/api/auth" backend="better-auth" purpose="forgot-password"',
      });
      await person.visit();
      await person.toCode();
      await person.type(world.messages[0]!.code);
      await person.focus('password');
      await person.type('short');
      await person.press('Enter');
      await person.reads('Use at least 8 characters.');
      await person.type('er than it was');
      await person.press('Enter');
      await person.reads('Your password is changed');
      await nothingHappened(setting);
    },
  },
  {
    group: 'eval',
    name: 'the policy is in force: eval and inline style are refused',
    async run(setting) {
      // By a script of the page: what a driver calls may be beyond the policy.
      const evaluates =
        'try { eval("globalThis.wasEvaluated = true") } catch { globalThis.wasRefused = true }';
      strictPage(setting.world, { before: `<script nonce="${nonce}">${evaluates}</script>` });
      await setting.person.visit();
      const reported = await provoke(setting);
      const evaluated = await setting.tab.evaluate(() =>
        ['wasEvaluated', 'wasRefused'].filter(name => name in globalThis),
      );
      assert.deepEqual(evaluated, ['wasRefused'], 'eval is refused');
      assert.ok(
        reported.some(line => line.startsWith('style-src')),
        String(reported),
      );
      assert.ok(
        reported.some(line => /trusted-types/.test(line)),
        String(reported),
      );
    },
  },
  {
    group: 'text stays text',
    name: "the server's text never becomes HTML",
    async run(setting) {
      const { world, person } = setting;
      strictPage(world);
      await person.visit();
      await person.enterNumber();
      for (const code of ['rate_limited', hostile, 'code_invalid']) {
        world.faults.set(
          '/challenges',
          response =>
            void response
              .writeHead(422, { 'content-type': 'application/problem+json' })
              .end(JSON.stringify({ code, title: hostile, detail: hostile, attemptsLeft: hostile })),
        );
        const before = await occurrence(setting);
        await person.click('submit');
        await until(
          async () => (await occurrence(setting)) !== before && (await person.state()).step === 'number',
          () => 'an error',
        );
        await isText(setting);
      }
      world.faults.set('/challenges', async (response, reply) => {
        const { headers, body } = await reply();
        const challenge = { ...(JSON.parse(body) as object), maskedPhone: hostile, detail: hostile };
        response.writeHead(201, headers).end(JSON.stringify(challenge));
      });
      await person.click('submit');
      await person.reaches('code');
      await isText(setting);
      assert.deepEqual(await setting.tab.evaluate(() => globalThis.probe.violations), []);
    },
  },
  {
    group: 'text stays text',
    name: "the page's text never becomes HTML",
    async run(setting) {
      strictPage(setting.world, {
        attributes: `endpoint="/api/phone" phone="&lt;img src=x&gt;" messages='${JSON.stringify({
          en: { 'number-label': hostile, send: hostile, 'number-description': hostile },
        }).replaceAll("'", '&#39;')}'`,
      });
      await setting.person.visit();
      await setting.person.reads(hostile);
      await isText(setting);
      assert.deepEqual(await setting.tab.evaluate(() => globalThis.probe.violations), []);
    },
  },
  {
    group: 'integrity',
    name: 'integrity: the right hash loads, a wrong one does not',
    async run(setting) {
      const { files, world, tab, person } = setting;
      const entry = files.get('phone-sign-in.js')!;
      strictPage(world, { scriptAttributes: `integrity="${hashOf(entry)}"` });
      await person.visit();
      await goThrough(setting);
      strictPage(world, { scriptAttributes: `integrity="${hashOf(`${entry} `)}"` });
      await tab.goto(`${world.origin}/?changed`);
      await until(
        () => tab.evaluate(() => document.readyState === 'complete'),
        () => 'the page is loaded',
      );
      assert.equal(await tab.evaluate(() => customElements.get('phone-sign-in') === undefined), true);
    },
  },
  {
    group: 'integrity',
    name: 'integrity: an import map covers the chunks, and one that was changed does not run',
    async run(setting) {
      const { files, world, tab, person } = setting;
      const chunks = [...files].filter(([name]) => name !== 'phone-sign-in.js');
      const integrity = Object.fromEntries(chunks.map(([name, text]) => [`/cdn/${name}`, hashOf(text)]));
      const before = `<script type="importmap" nonce="${nonce}">${JSON.stringify({ integrity })}</script>`;
      strictPage(world, { before });
      await goThrough(setting);
      await nothingHappened(setting);
      const [later] = chunks.filter(([name]) => name.includes('on-touch'));
      const changed = `globalThis.wasChanged = true;${later![1]}`;
      world.pages.set(`/cdn/${later![0]}`, { body: changed, type: 'text/javascript' });
      await tab.evaluate(() => sessionStorage.clear());
      await person.visit('/?changed');
      await person.enterNumber();
      await person.press('Enter');
      await person.reads(errorText(await loadTexts('en'), { code: 'network' }));
      assert.equal(await tab.evaluate(() => 'wasChanged' in globalThis), false);
    },
  },
  {
    group: 'frames',
    name: 'a frame: works where the server allows it, and is refused where it does not',
    async run(setting) {
      const { world, tab } = setting;
      strictPage(world);
      const page = world.pages.get('/')!;
      const framed = (path: string, ancestors: string) =>
        world.pages.set(path, {
          ...page,
          headers: { 'content-security-policy': `${policy}; frame-ancestors ${ancestors}` },
        });
      framed('/allowed', "'self'");
      framed('/refused', "'none'");
      world.pages.set('/frames', {
        body: `<!doctype html><title>Frames</title><link rel="icon" href="data:,"><script src="/help.js"></script>
<iframe id="allowed" src="/allowed" width="480" height="500"></iframe><iframe id="refused" src="/refused"></iframe>`,
      });
      await tab.goto(`${world.origin}/frames`);
      const drawn = (id: string) =>
        tab.evaluate(id => {
          try {
            const { contentDocument } = document.getElementById(id) as HTMLIFrameElement;
            return contentDocument?.querySelector('phone-sign-in')?.shadowRoot?.querySelector('h2') != null;
          } catch {
            return false;
          }
        }, id);
      await until(
        () => drawn('allowed'),
        () => 'the widget is drawn in the frame that is allowed',
      );
      assert.equal(await drawn('refused'), false);
    },
  },
];

let lit: Promise<string> | undefined;
const ownLit = () => (lit ??= buildLit());

/** What the policy is against, done by the page itself: without it the silence of the other cases would say nothing. */
async function provoke({ tab }: Setting): Promise<string[]> {
  await tab.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.text = 'globalThis.wasRun = true';
    } catch {
      // Refused, as it should be.
    }
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(style);
  });
  await until(
    () => tab.evaluate(() => globalThis.probe.violations.length >= 2),
    () => 'both are reported',
  );
  return tab.evaluate((): string[] => globalThis.probe.violations);
}
