/** The examples of the documentation, as they stand there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The fenced examples of a language, under a heading where one is named. */
export function examplesOf(file: string, language: string, heading?: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const section =
    heading === undefined ? text : (text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '');
  return [...section.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, code = '']) => code,
  );
}
