/* eslint-disable @typescript-eslint/consistent-type-imports -- with an import this file would add to the module, and not declare it */
/** What the analyzer exports, and its own declarations leave out. */
declare module '@custom-elements-manifest/analyzer' {
  export function create(given: {
    modules: readonly import('typescript').SourceFile[];
    plugins: readonly unknown[];
    context: { dev: boolean };
  }): import('custom-elements-manifest/schema').Package;
  /** Its own TypeScript. */
  export const ts: typeof import('typescript');
}

declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  export function litPlugin(): unknown[];
}
