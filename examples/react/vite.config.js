import { defineConfig } from 'vite';

// The JSX of React needs no plugin: Vite's own compiler reads it.
export default defineConfig({ oxc: { jsx: { runtime: 'automatic' } } });
