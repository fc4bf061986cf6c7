import { describe, expect, test } from 'vitest';
import { emptySetup, type Setup } from '../../../demo/setup.js';
import { snippetFor, snippetKinds, type SnippetKind } from '../../../demo/snippet.js';

const kinds = (Object.keys(snippetKinds) as SnippetKind[]).filter(kind => kind !== 'server');
const frameworks: SnippetKind[] = ['react', 'vue', 'svelte'];

const withValues = (values: Setup['values']): Setup => ({ ...emptySetup, values });

describe('the snippet', () => {
  test.each(kinds)('for %s has the tag with its endpoint, and listens', kind => {
    const snippet = snippetFor(kind, emptySetup);
    expect(snippet).toContain('endpoint="/api/phone"');
    expect(snippet).toContain('phone-verified');
    expect(snippet).not.toContain('{\n}');
    expect(snippet).not.toContain('<style>');
  });

  test.each(kinds)('for %s says the theme as CSS', kind => {
    const snippet = snippetFor(kind, { ...emptySetup, theme: 'high-contrast' });
    expect(snippet).toContain('--phone-radius: 0.2em;');
    expect(snippet).toMatch(/^ *phone-sign-in \{$/m);
  });

  test.each(kinds)('for %s carries attributes, and a flag without a value', kind => {
    const snippet = snippetFor(
      kind,
      withValues({ purpose: 'register', 'phone-locked': 'true', endpoint: '/x' }),
    );
    expect(snippet).toContain('purpose="register"');
    expect(snippet).toMatch(/\sphone-locked(?![=\w])/);
    expect(snippet).toContain('endpoint="/x"');
    expect(snippet).not.toContain('/api/phone');
  });

  test('quotes what could end an attribute', () => {
    expect(snippetFor('html', withValues({ phone: '"><script>&' }))).toContain(
      'phone="&quot;><script>&amp;"',
    );
  });

  test.each(frameworks)('for %s hands over lists and objects as such', kind => {
    const snippet = snippetFor(
      kind,
      withValues({ 'exclude-countries': 'gb, us', messages: '{"en":{"send":"Go"}}' }),
    );
    expect(snippet).toMatch(/:?excludeCountries=(\{\['GB', 'US'\]\}|'\["GB", "US"\]')/);
    expect(snippet).toMatch(/:?messages=(\{|')\{"en":\{"send":"Go"\}\}(\}|')/);
  });

  test('for HTML keeps them as text', () => {
    expect(snippetFor('html', withValues({ countries: 'GB, IE' }))).toContain('countries="GB, IE"');
  });

  test.each(kinds)('for %s has of a theme what only parts and states can say', kind => {
    const snippet = snippetFor(kind, { ...emptySetup, theme: 'material' });
    expect(snippet).toMatch(/^ *phone-sign-in::part\(number-field\):state\(invalid\)(,| \{)$/m);
    expect(snippet.match(/\{/g)?.length).toBe(snippet.match(/\}/g)?.length);
    expect(snippetFor(kind, { ...emptySetup, theme: 'playful' })).not.toContain('::part');
  });

  test('for the server has the path that the page asks', () => {
    expect(snippetFor('server', emptySetup)).not.toContain('basePath');
    for (const endpoint of ['/sign-in', 'https://example.com/sign-in'])
      expect(snippetFor('server', withValues({ endpoint }))).toContain('basePath: "/sign-in",');
  });

  test('in a dialog comes with one', () => {
    expect(snippetFor('html', { ...emptySetup, place: 'dialog' })).toMatch(
      /<dialog[^>]*>\n {2}<phone-sign-in/,
    );
  });
});
