/** The page's own Lit, which makes the policy "lit-html" before or after ours makes its own. */
import { html, LitElement } from 'lit';

class OwnGreeting extends LitElement {
  override render() {
    return html`<p>Hello from the page</p>`;
  }
}

customElements.define('own-greeting', OwnGreeting);
