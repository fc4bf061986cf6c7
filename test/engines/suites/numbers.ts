/** Numbers as browsers fill them in and people paste them: with and without plus, national and international. */
import { strict as assert } from 'node:assert';
import type { Case, Setting } from '../cases.js';
import { sent } from '../person.js';
import { widgetPage } from '../world.js';
import { fillIn, paste } from './filling.js';

const numbers: readonly [country: string, filled: string, e164: string][] = [
  ['US', '+12125550123', '+12125550123'],
  ['US', '12125550123', '+12125550123'],
  ['US', '2125550123', '+12125550123'],
  ['US', '(212) 555-0123', '+12125550123'],
  ['GB', '+447400123456', '+447400123456'],
  ['GB', '447400123456', '+447400123456'],
  ['GB', '07400123456', '+447400123456'],
  ['GB', '7400123456', '+447400123456'],
  ['GB', '00447400123456', '+447400123456'],
  ['DE', '4915112345678', '+4915112345678'],
  ['DE', '015112345678', '+4915112345678'],
  ['DE', '+44 7400 123456', '+447400123456'],
];

export const numberCases: readonly Case[] = [
  ...numbers.flatMap(([country, filled, e164]) =>
    (['filled in', 'pasted'] as const).map(how => ({
      group: `number ${how}`,
      name: `number ${how} in ${country}: ${filled}`,
      async run(setting: Setting) {
        const { world, person } = setting;
        world.pages.set('/', {
          body: widgetPage().replace('default-country="GB"', `default-country="${country}"`),
        });
        await person.visit();
        if (how === 'pasted') await paste(setting, 'number', filled);
        else await fillIn(setting, 'number', filled);
        await person.click('submit');
        await person.reaches('code');
        sent(world, 1);
        assert.equal(world.messages[0]!.phone, e164);
      },
    })),
  ),
];
