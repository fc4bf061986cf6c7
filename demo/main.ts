/**
 * First the page's language and the widget's settings, which the widget reads when it is defined. The rest is a chunk of its
 * own: in one chunk, a bundler puts what several pages share (the widget) before us.
 */
import './preferences.js';
import './preview.js';

void import('./page.js');
