import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

// The tags are elements, and no components of Vue.
const compilerOptions = { isCustomElement: tag => tag.startsWith('phone-') };

export default defineConfig({ plugins: [vue({ template: { compilerOptions } })] });
