/** docs/frameworks/next.md, built, opened and signed in with. */
import { walk } from './walk.js';

walk({
  name: 'next',
  build: ['next', 'build'],
  start: port => ['next', 'start', '--hostname', '127.0.0.1', '--port', String(port)],
  isDrawn: true,
  check: ['tsc', '--noEmit'],
  mistake: {
    file: 'app/sign-in.tsx',
    right: 'defaultCountry="GB"',
    wrong: 'defaultCountry="Ireland"',
    said: /Ireland/,
  },
});
