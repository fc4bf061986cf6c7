import { showSource } from '../source.js';

const files = import.meta.glob<string>('./*.{html,ts}', { query: '?raw', import: 'default' });

void showSource(files, /<main[^>]*>\n?([\s\S]*?)\s*<\/main>/);
