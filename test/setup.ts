/** Lit's development build says once that it is one; its other warnings are defects of ours, and stay. */
declare global {
  var litIssuedWarnings: Set<string> | undefined;
}

(globalThis.litIssuedWarnings ??= new Set()).add('dev-mode');

export {};
