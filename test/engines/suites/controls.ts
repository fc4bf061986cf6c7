/** Number and code as controls of a form of the page's, each beside an `<input>`. */
import { strict as assert } from 'node:assert';
import { LeftOut, type Case, type Setting } from '../cases.js';
import { until } from '../driver.js';

type Field = HTMLInputElement;

const page = (body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Form</title><link rel="icon" href="data:,">
<script src="/help.js"></script><script type="module" src="/cdn/phone-sign-in.js"></script></head>
<body><form action="/elsewhere"><fieldset>${body}</fieldset><button name="way" value="default">Go</button></form></body></html>`;

const tags = [
  [
    'number',
    '<phone-number-field id="ours" name="ours" default-country="GB"></phone-number-field>',
    '7400123456',
    '+447400123456',
  ],
  ['code', '<phone-code-field id="ours" name="ours"></phone-code-field>', '123456', '123456'],
] as const;

async function visit({ world, tab }: Setting, body: string): Promise<void> {
  world.pages.set('/', {
    body: page(`<label for="ours"><b id="label">Ours</b></label>${body}<input id="native" name="native">`),
    headers: { 'cache-control': 'no-store' },
  });
  await tab.goto(world.origin);
  await isDrawn(tab);
}

const isDrawn = (tab: Setting['tab']) =>
  until(
    () => tab.evaluate(() => globalThis.probe.all('#ours')[0]?.shadowRoot?.querySelector('input') != null),
    () => 'the field is drawn',
  );

const valueOf = ({ tab }: Setting, id: string) =>
  tab.evaluate(id => (document.getElementById(id) as Field).value, id);

async function typeInto(setting: Setting, text: string, value: string): Promise<void> {
  await setting.tab.evaluate(() => document.getElementById('ours')!.focus());
  await setting.tab.type(text);
  let seen = '';
  await until(
    async () => (seen = await valueOf(setting, 'ours')) === value,
    () => `the value is ${value}; it is "${seen}"`,
  );
}

export const controlCases: readonly Case[] = tags
  .flatMap(([name, tag, typed, value]): Case[] => [
    {
      group: name,
      name: `${name}: disabled by a fieldset and enabled again`,
      async run(setting) {
        await visit(setting, tag);
        for (const isDisabled of [true, false, true, false]) {
          await setting.tab.evaluate(isDisabled => {
            document.querySelector('fieldset')!.disabled = isDisabled;
          }, isDisabled);
          await until(
            () =>
              setting.tab.evaluate(
                isDisabled =>
                  globalThis.probe.all('#ours')[0]!.shadowRoot!.querySelector('input')!.disabled ===
                  isDisabled,
                isDisabled,
              ),
            () => `the input follows: disabled is ${isDisabled}`,
          );
        }
        await typeInto(setting, typed, value);
      },
    },
    {
      group: name,
      name: `${name}: a click on its label leads to its input`,
      async run(setting) {
        const { tab } = setting;
        await visit(setting, tag);
        const at = (await tab.evaluate(() => globalThis.probe.point('#label')))!;
        await tab.click(at.x, at.y);
        await until(
          () => tab.evaluate(() => globalThis.probe.focused()?.matches('input:not(#native)')),
          () => 'the input has the focus',
        );
      },
    },
    {
      group: name,
      name: `${name}: reset brings back what the attribute says`,
      async run(setting) {
        await visit(setting, tag.replace('id=', `value="${value}" id=`));
        await until(
          async () => (await valueOf(setting, 'ours')) === value,
          () => 'it begins with the value',
        );
        await setting.tab.evaluate(() => {
          (document.getElementById('ours') as Field).value = '';
          document.forms[0]!.reset();
        });
        await until(
          async () => (await valueOf(setting, 'ours')) === value,
          () => 'it has the value again',
        );
      },
    },
    {
      group: name,
      name: `${name}: Enter presses the default button, whose name and value go along`,
      async run(setting) {
        const { tab } = setting;
        await visit(setting, tag);
        await tab.evaluate(() => {
          document.forms[0]!.addEventListener('submit', event => {
            event.preventDefault();
            const data = new FormData(document.forms[0], event.submitter);
            globalThis.probe.events.push(['ours', 'way'].map(name => data.get(name) as string).join(' '));
          });
        });
        await typeInto(setting, typed, value);
        await tab.press('Enter');
        await until(
          () => tab.evaluate(wanted => globalThis.probe.events.includes(wanted), `${value} default`),
          () => 'the form is submitted',
        );
      },
    },
    {
      group: name,
      name: `${name}: inserted later, and in a shadow root`,
      async run(setting) {
        const { tab, world } = setting;
        await visit(setting, '<phone-number-field id="ours"></phone-number-field>');
        assert.ok(!world.fetched.some(path => path.includes('on-touch')), 'nothing is fetched before');
        await tab.evaluate(tag => {
          document.getElementById('ours')!.remove();
          const host = document.createElement('div');
          document.body.append(host);
          host.attachShadow({ mode: 'open' }).innerHTML = tag;
        }, tag);
        await isDrawn(tab);
      },
    },
  ])
  .concat({
    group: 'number',
    name: 'number: Back brings it again, where it brings what an input had',
    async run(setting) {
      const { tab, world } = setting;
      await visit(setting, tags[0][1]);
      await tab.evaluate(() => document.getElementById('native')!.focus());
      await tab.type('kept');
      await typeInto(setting, tags[0][2], tags[0][3]);
      await tab.goto(`${world.origin}/elsewhere`);
      await tab.back();
      await until(
        () => tab.evaluate(() => document.getElementById('native') != null),
        () => 'the page is back',
      );
      await isDrawn(tab);
      // What an input had is there when the page is.
      if ((await valueOf(setting, 'native')) !== 'kept')
        throw new LeftOut('Back does not bring again here what an <input> had either');
      await until(
        async () => (await valueOf(setting, 'ours')) === tags[0][3],
        () => 'the number is back',
      );
    },
  });
