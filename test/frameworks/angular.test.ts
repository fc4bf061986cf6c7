/** docs/frameworks/angular.md, built, opened and signed in with. */
import { nodeOf } from '../runtimes/node.mjs';
import { walk } from './walk.js';

walk({
  name: 'angular',
  node: () => nodeOf(24),
  build: ['ng', 'build'],
  start: () => ['node', 'server.mjs'],
  isDrawn: false,
  check: ['ngc', '--noEmit'],
  mistake: {
    file: 'src/app.ts',
    right: '$event.phone',
    wrong: '$event.number',
    said: /'number' does not exist on type 'PhoneVerifiedEvent'/,
  },
});
