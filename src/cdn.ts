/** The file for a bare `<script type="module">`: registers the elements; everything else is fetched from beside it. */
import './define.js';

// Several of the later chunks need these: here, they are no requests of their own.
export { isE164 } from './e164.js';
export { toAscii } from './phone/digits.js';
