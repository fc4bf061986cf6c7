/** The packages' guides: as much Markdown as they use. It becomes templates and never markup, so nothing in it can run. */
import { html, type TemplateResult } from 'lit';

export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'table'; rows: string[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; isOrdered: boolean; items: Block[][] };

export function guideView(markdown: string): TemplateResult[] {
  const blocks = readBlocks(markdown.split('\n'));
  // The dialog has a title, and scrolls.
  return blocks
    .filter(block => !(block.kind === 'heading' && block.level === 1) && !isContents(block))
    .map(blockView);
}

const marker = /^(\s*)(?:[-*+]|(\d+)\.)\s+/;

export function readBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  const takeWhile = (goesOn: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && goesOn(lines[at]!)) at++;
    return lines.slice(from, at);
  };

  while (at < lines.length) {
    const line = lines[at]!;
    const heading = /^(#{1,6})\s+(.*)/.exec(line);
    if (line.trim() === '') at++;
    else if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]!.length, text: heading[2]! });
      at++;
    } else if (/^\s*```/.test(line)) {
      at++;
      blocks.push({ kind: 'code', text: takeWhile(line => !/^\s*```/.test(line)).join('\n') });
      at++;
    } else if (line.startsWith('|')) {
      const rows = takeWhile(line => line.startsWith('|')).map(cellsOf);
      blocks.push({ kind: 'table', rows: rows.filter(cells => !cells.every(cell => /^:?-+:?$/.test(cell))) });
    } else if (line.startsWith('>')) {
      const quoted = takeWhile(line => line.startsWith('>')).map(line => line.replace(/^>\s?/, ''));
      blocks.push({ kind: 'quote', blocks: readBlocks(quoted) });
    } else if (marker.test(line)) {
      const isOrdered = marker.exec(line)![2] !== undefined;
      blocks.push({ kind: 'list', isOrdered, items: readItems(takeWhile(goesOnInList)) });
    } else {
      const own = takeWhile(
        line => line.trim() !== '' && !/^(#|>|\||\s*```)/.test(line) && !marker.test(line),
      );
      blocks.push({ kind: 'text', text: own.join(' ') });
    }
  }
  return blocks;
}

function goesOnInList(line: string): boolean {
  return marker.test(line) || /^\s+\S/.test(line);
}

/** Each item with what is indented below it. */
function readItems(lines: readonly string[]): Block[][] {
  const indent = marker.exec(lines[0]!)![1]!.length;
  const items: string[][] = [];
  for (const line of lines) {
    const found = marker.exec(line);
    if (found && found[1]!.length <= indent) items.push([line.slice(found[0].length)]);
    else
      items
        .at(-1)!
        .push(line.trimStart() === line ? line : line.slice(Math.min(line.search(/\S/), indent + 2)));
  }
  return items.map(readBlocks);
}

function cellsOf(line: string): string[] {
  const cells = line.replace(/^\||\|\s*$/g, '').split(/(?<!\\)\|/);
  return cells.map(cell => cell.trim().replaceAll('\\|', '|'));
}

function isContents(block: Block): boolean {
  if (block.kind === 'text') return block.text === '**Table of contents**';
  const [first] = block.kind === 'list' ? (block.items[0] ?? []) : [];
  return first?.kind === 'text' && /^\[[^\]]*\]\(#/.test(first.text);
}

function blockView(block: Block): TemplateResult {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? html`<h3>${inline(block.text)}</h3>` : html`<h4>${inline(block.text)}</h4>`;
    case 'text':
      return html`<p>${inline(block.text)}</p>`;
    case 'code':
      return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
    case 'quote':
      return html`<blockquote>${block.blocks.map(blockView)}</blockquote>`;
    case 'list': {
      const items = block.items.map(blocks => html`<li>${blocks.map(blockView)}</li>`);
      return block.isOrdered
        ? html`<ol>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    case 'table': {
      const [head = [], ...rows] = block.rows;
      return html`<table>
        <thead>
          <tr>
            ${head.map(cell => html`<th scope="col">${inline(cell)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            cells =>
              html`<tr>
                ${cells.map(cell => html`<td>${inline(cell)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>`;
    }
  }
}

const span =
  /`([^`]+)`|\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)\s]+)\)|\b_([^_]+)_\b|(https?:\/\/[^\s)`]*[^\s)`.,])/g;

function inline(text: string): unknown[] {
  const parts: unknown[] = [];
  let end = 0;
  for (const found of text.matchAll(span)) {
    const [all, code, strong, label, address, emphasis, bare] = found;
    parts.push(text.slice(end, found.index));
    end = found.index + all.length;
    if (code !== undefined) parts.push(html`<code>${code}</code>`);
    else if (strong !== undefined) parts.push(html`<b>${inline(strong)}</b>`);
    else if (emphasis !== undefined) parts.push(html`<i>${emphasis}</i>`);
    else parts.push(linkView(address ?? bare!, label ?? bare!));
  }
  return [...parts, text.slice(end)];
}

function linkView(address: string, label: string): TemplateResult {
  // Within the guide, a link has nowhere to go.
  if (!/^https?:/.test(address)) return html`${label}`;
  return html`<a href=${address} target="_blank" rel="noreferrer">${label}</a>`;
}
