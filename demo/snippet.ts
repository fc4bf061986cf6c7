/** The page's own code for a set-up, for those who write HTML and for those who have a framework. */
import type { Control } from './controls.js';
import { themes } from './themes.js';
import { attributesOf, valueOf, variablesOf, type SetAttribute, type Setup } from './setup.js';

export const snippetKinds = {
  html: 'HTML',
  npm: 'npm',
  react: 'React',
  vue: 'Vue',
  svelte: 'Svelte',
  angular: 'Angular',
  server: 'Server',
} as const;

export type SnippetKind = keyof typeof snippetKinds;

type WriteAttribute = (attribute: SetAttribute) => string;

const quoted = (value: string) => `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

const asAttribute: WriteAttribute = ({ control, value }) =>
  control.kind === 'flag' ? control.name : `${control.name}=${quoted(value)}`;

/** Frameworks set properties where there are any: a list or an object must not arrive there as text. */
const asProperty =
  (write: (name: string, code: string) => string): WriteAttribute =>
  attribute => {
    const { control, value } = attribute;
    const code = codeOf(control, value);
    return code === undefined ? asAttribute(attribute) : write(camelCase(control.name), code);
  };

const asBraces = asProperty((name, code) => `${name}={${code}}`);

function codeOf({ kind }: Control, value: string): string | undefined {
  if (kind !== 'list') return kind === 'json' ? value : undefined;
  const codes = value.split(/[\s,]+/).filter(Boolean);
  return `[${codes.map(code => `'${code.toUpperCase()}'`).join(', ')}]`;
}

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const endpointOf = (setup: Setup) => valueOf(setup, 'endpoint') || '/api/phone';

/** The tag with its attributes: on one line while that is short. */
function tag(setup: Setup, indent: string, write: WriteAttribute, more: string[] = [], isVoid = false) {
  const attributes = attributesOf(setup);
  const others = attributes.filter(({ control }) => control.name !== 'endpoint');
  const all = [`endpoint=${quoted(endpointOf(setup))}`, ...others.map(write), ...more];
  const close = isVoid ? ' />' : '></phone-sign-in>';
  const line = `<phone-sign-in ${all.join(' ')}${close}`;
  if (line.length + indent.length <= 88) return indent + line;
  const rest = all.map(each => `\n${indent}  ${each}`).join('');
  return `${indent}<phone-sign-in${rest}\n${indent}${close.trimStart()}`;
}

/** The variables as they are set, and what the theme has beside them. */
function style(setup: Setup, indent = ''): string {
  const lines = variablesOf(setup).map(([name, value]) => `  ${name}: ${value};\n`);
  const variables = lines.length ? `phone-sign-in {\n${lines.join('')}}` : '';
  const sheet = [variables, themes[setup.theme].parts].filter(Boolean).join('\n');
  return sheet.replace(/^(?=.)/gm, indent);
}

function inStyleTag(setup: Setup): string {
  const css = style(setup, '  ');
  return css && `<style>\n${css}\n</style>\n\n`;
}

const listener = `  const signIn = document.querySelector('phone-sign-in');
  signIn.addEventListener('phone-verified', ({ outcome }) => {
    console.log('Signed in as', outcome.claims.phone);
  });`;

function inPlace(setup: Setup, markup: string): string {
  if (setup.place !== 'dialog') return markup;
  const inner = markup.replace(/^/gm, '  ');
  return `<button type="button" command="show-modal" commandfor="sign-in">Sign in</button>\n<dialog id="sign-in" closedby="any">\n${inner}\n</dialog>`;
}

const writers: Record<SnippetKind, (setup: Setup) => string> = {
  html: setup => `${inStyleTag(setup)}<!-- The package's folder dist/cdn, served as /cdn -->
<link rel="stylesheet" href="/cdn/before.css">
<script type="module" src="/cdn/phone-sign-in.js"></script>
<script type="module">
${listener}
</script>

${inPlace(setup, tag(setup, '', asAttribute))}`,

  npm: setup => `${inStyleTag(setup)}<script type="module">
  import 'phone-sign-in/before.css';
  import 'phone-sign-in/define';

${listener}
</script>

${inPlace(setup, tag(setup, '', asAttribute))}`,

  react: setup => {
    const css = style(setup);
    const verified = "onphone-verified={({ outcome }) => console.log('Signed in as', outcome.claims.phone)}";
    return `import 'phone-sign-in/define';${css && "\nimport './sign-in.css';"}

// React 19 and later
export function SignIn() {
  return (
${tag(setup, '    ', asBraces, [verified], true)}
  );
}${css && `\n\n/* sign-in.css */\n${css}`}`;
  },

  vue: setup => {
    const css = style(setup, '  ');
    const write = asProperty((name, code) => `:${name}='${code.replaceAll("'", '"')}'`);
    return `<script setup>
  import 'phone-sign-in/define';

  const onVerified = ({ outcome }) => console.log('Signed in as', outcome.claims.phone);
</script>

<!-- In vite.config.js: vue({ template: { compilerOptions: { isCustomElement: tag => tag.startsWith('phone-') } } }) -->
<template>
${tag(setup, '  ', write, ['@phone-verified="onVerified"'], true)}
</template>${css && `\n\n<style>\n${css}\n</style>`}`;
  },

  svelte: setup => {
    const css = style(setup, '  ');
    return `<script>
  import 'phone-sign-in/define';

  const onVerified = ({ outcome }) => console.log('Signed in as', outcome.claims.phone);
</script>

${tag(setup, '', asBraces, ['onphone-verified={onVerified}'])}${css && `\n\n<style>\n${css}\n</style>`}`;
  },

  angular: setup => {
    const css = style(setup, '    ');
    return `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'phone-sign-in/define';
import type { PhoneVerifiedEvent } from 'phone-sign-in';

@Component({
  selector: 'app-sign-in',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
${tag(setup, '    ', asAttribute, ['(phone-verified)="onVerified($any($event))"'])}
  \`,${css && `\n  styles: \`\n${css}\n  \`,`}
})
export class SignIn {
  onVerified({ outcome }: PhoneVerifiedEvent) {
    console.log('Signed in as', outcome);
  }
}`;
  },

  // A whole one to begin with: it serves the page of the tab HTML too.
  server: setup => `// server.mjs, beside index.html. First: npm install phone-sign-in
import { readFile } from 'node:fs';
import { createServer } from 'node:http';
import { createPhoneServer } from 'phone-sign-in/server';
import { toNodeListener } from 'phone-sign-in/server/node';

const phone = createPhoneServer({${basePath(setup)}
  secret: process.env.PHONE_SECRET ?? crypto.randomUUID() + crypto.randomUUID(),
  // Your SMS provider goes here. Until then messages are printed.
  send: ({ phone, text }) => console.log(phone, text),
});
const answer = toNodeListener(phone);

createServer((request, response) => {
  answer(request, response, () => {
    const [, name, kind] = /^\\/cdn\\/(\\w[\\w.-]*(?:\\/[\\w-]+)?\\.(js|css))$/.exec(request.url) ?? [];
    const file = name ? \`node_modules/phone-sign-in/dist/cdn/\${name}\` : 'index.html';
    const types = { js: 'text/javascript', css: 'text/css' };
    response.setHeader('content-type', types[kind] ?? 'text/html; charset=utf-8');
    readFile(file, (error, content) => response.writeHead(error ? 404 : 200).end(content));
  });
}).listen(process.env.PORT ?? 8080);`,
};

function basePath(setup: Setup): string {
  const path = endpointOf(setup).replace(/^[a-z]+:\/\/[^/]+/, '');
  return path === '/api/phone' ? '' : `\n  basePath: ${JSON.stringify(path)},`;
}

export function snippetFor(kind: SnippetKind, setup: Setup): string {
  return writers[kind](setup);
}
