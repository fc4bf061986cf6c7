/** The sign-in from end to end, as a person goes through it. */
import { strict as assert } from 'node:assert';
import type { Suite } from '../cases.js';
import { phone, sent } from '../person.js';
import { widgetPage } from '../world.js';

export const flows: Suite = {
  cases: [
    {
      group: 'sign-in',
      name: 'number, code, signed in; two messages never',
      async run({ world, person }) {
        await person.visit();
        await person.toCode();
        sent(world, 1);
        assert.equal(world.messages[0]!.phone, phone);
        await person.signsIn();
        sent(world, 1);
      },
    },
    {
      group: 'sign-in',
      name: 'a wrong code, then the right one',
      async run({ world, person }) {
        await person.visit();
        await person.toCode();
        await person.type(world.messages[0]!.code === '000000' ? '111111' : '000000');
        await person.reads('That code isn’t right. Attempts left: 4');
        await person.signsIn();
      },
    },
    {
      group: 'sign-in',
      name: 'a new code after the countdown',
      async run({ world, tab, person }) {
        await person.visit();
        await person.toCode();
        await person.hears('We have texted you a code.');
        world.aheadMs += 61_000;
        await tab.evaluate(() => {
          globalThis.probe.pass(61_000);
          dispatchEvent(new PageTransitionEvent('pageshow'));
        });
        await person.reads('Send a new code');
        await person.click('resend');
        // Read with the field, which has the focus.
        await person.reads('We have texted you a code. Use the newest code.');
        sent(world, 2);
        await person.signsIn();
      },
    },
    {
      group: 'sign-in',
      name: 'back to the number and to the same code, without a second message',
      async run({ world, person }) {
        await person.visit();
        await person.toCode();
        await person.click('changeNumber');
        await person.reaches('number');
        await person.click('submit');
        await person.reaches('code');
        sent(world, 1);
        await person.signsIn();
      },
    },
    {
      group: 'sign-in',
      name: 'a country from the list, by keyboard',
      async run({ world, person }) {
        await person.visit();
        await person.click('country');
        await person.tab.evaluate(async () => {
          while (!globalThis.probe.focused()?.matches('[role=combobox]'))
            await new Promise(resolve => setTimeout(resolve, 10));
        });
        await person.type('germ');
        await person.press('Enter');
        await person.type('15112345678');
        await person.press('Enter');
        await person.reaches('code');
        assert.equal(world.messages[0]!.phone, '+4915112345678');
        await person.signsIn();
      },
    },
    {
      group: 'sign-in',
      name: 'a new password after the code',
      async run({ world, person }) {
        world.pages.set('/', {
          body: widgetPage('endpoint="/api/auth" backend="better-auth" purpose="forgot-password"'),
        });
        await person.visit();
        await person.toCode();
        await person.type(world.messages[0]!.code);
        await person.focus('password');
        await person.type('correct horse');
        await person.press('Enter');
        await person.reads('Your password is changed');
      },
    },
  ],
};
