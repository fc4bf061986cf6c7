/** The packages' guides, as the console shows them: whole, and with the structure that they have. */
import { describe, expect, test } from 'vitest';
import { readBlocks, type Block } from '../../../demo/console/guide.js';
import { readCatalog } from '../../../demo/console/server/catalog.js';

const catalog = await readCatalog();
const readmeOf = (name: string) => catalog.find(each => each.name === name)!.about!.readme;

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'code':
      return block.text;
    case 'table':
      return block.rows.flat().join(' ');
    case 'quote':
      return block.blocks.map(textOf).join(' ');
    case 'list':
      return block.items.flat().map(textOf).join(' ');
  }
}

const wordsIn = (text: string) => text.match(/\p{L}+/gu) ?? [];

describe('a guide', () => {
  test.each(catalog.map(({ name }) => name))('of %s loses no word', name => {
    const readme = readmeOf(name);
    const source = readme.replaceAll(/```\w+/g, '```');
    expect(wordsIn(readBlocks(readme.split('\n')).map(textOf).join(' '))).toEqual(wordsIn(source));
  });

  test('has lists within lists, tables and code', () => {
    const aliyun = readBlocks(readmeOf('aliyun').split('\n'));
    const lists = aliyun.flatMap(block => (block.kind === 'list' && block.isOrdered ? [block] : []));
    expect(lists[0]?.items).toHaveLength(6);
    expect(lists[0]?.items[5]?.map(({ kind }) => kind)).toEqual(['text', 'list']);
    const table = aliyun.find(({ kind }) => kind === 'table');
    expect(table).toMatchObject({
      rows: [
        ['Name', 'Type'],
        ['accessKeyId', 'string'],
        expect.anything(),
        expect.anything(),
        expect.anything(),
      ],
    });
    const http = readBlocks(readmeOf('http').split('\n'));
    const code = http.flatMap(block => (block.kind === 'code' ? block.text : []));
    expect(JSON.parse(code[0]!)).toMatchObject({ type: 'SignIn' });
  });
});
