import { showSource } from '../source.js';

const files = import.meta.glob<string>(['./*.html', './*.ts'], { query: '?raw', import: 'default' });

void showSource(files, /(<phone-sign-in[\s\S]*<\/phone-sign-in>)/);
