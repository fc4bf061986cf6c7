/** The file for a bare `<script type="module">`: registers the elements; everything else is fetched from beside it. */
import './define.js';

// Three later chunks need it: here it is no request of its own.
export { toAscii } from './phone/digits.js';
