import DefaultTheme from 'vitepress/theme-without-fonts';
import { useData, type Theme } from 'vitepress';
import { defineComponent, h, onMounted, watchEffect } from 'vue';
import { LiveWidget } from './live-widget.js';
import '../../../src/before.css';
import './style.css';

const Layout = defineComponent({
  setup() {
    const { frontmatter } = useData();
    // The theme has a <main> on every page but the first.
    onMounted(() =>
      watchEffect(() => {
        const role = frontmatter.value.layout === 'home' ? 'main' : 'none';
        document.querySelector('#VPContent')?.setAttribute('role', role);
      }),
    );
    return () => h(DefaultTheme.Layout, null, { 'home-hero-image': () => h(LiveWidget) });
  },
});

export default {
  extends: DefaultTheme,
  Layout,
} satisfies Theme;
