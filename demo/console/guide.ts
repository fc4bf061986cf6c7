/** The packages' guides, from Markdown. They become templates and never markup, so nothing in them can run. */
import { html, type TemplateResult } from 'lit';
import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';

export function guideView(markdown: string): unknown {
  // The dialog has a title, and scrolls.
  return lexer(markdown)
    .filter(token => !(token.type === 'heading' && token['depth'] === 1) && !isContents(token))
    .map(view);
}

function isContents({ type, raw }: Token): boolean {
  return raw.trim() === '**Table of contents**' || (type === 'list' && /^[-*] \[[^\]]*\]\(#/.test(raw));
}

const all = (tokens: Token[] = []): unknown => tokens.map(view);

function view(given: Token): unknown {
  const token = given as MarkedToken;
  // The guides have no others; they would be seen as they are written.
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check
  switch (token.type) {
    case 'heading':
      return token.depth === 2 ? html`<h3>${all(token.tokens)}</h3>` : html`<h4>${all(token.tokens)}</h4>`;
    case 'paragraph':
      return html`<p>${all(token.tokens)}</p>`;
    case 'code':
      return html`<pre tabindex="0"><code>${token.text}</code></pre>`;
    case 'blockquote':
      return html`<blockquote>${all(token.tokens)}</blockquote>`;
    case 'list': {
      const items = token.items.map(item => html`<li>${all(item.tokens)}</li>`);
      return token.ordered
        ? html`<ol>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    case 'table':
      return tableView(token);
    case 'strong':
      return html`<b>${all(token.tokens)}</b>`;
    case 'em':
      return html`<i>${all(token.tokens)}</i>`;
    case 'codespan':
      return html`<code>${token.text}</code>`;
    case 'link':
      return linkView(token);
    case 'text':
      return 'tokens' in token && token.tokens ? all(token.tokens) : token.text;
    case 'escape':
      return token.text;
    default:
      return token.raw;
  }
}

function tableView({ header, rows }: Tokens.Table): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        ${header.map(({ tokens }) => html`<th scope="col">${all(tokens)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        cells =>
          html`<tr>
            ${cells.map(({ tokens }) => html`<td>${all(tokens)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function linkView({ href, tokens }: Tokens.Link): unknown {
  // Within the guide, a link has nowhere to go.
  if (!/^https?:/.test(href)) return all(tokens);
  return html`<a href=${href} target="_blank" rel="noreferrer">${all(tokens)}</a>`;
}
