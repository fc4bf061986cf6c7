/** The elements' own style sheets, as text: in each shadow root, or as files beside a page's own. */
import { css } from 'lit';
import { countryPickerStyles } from '../elements/country-picker/phone-country-picker.styles.js';
import { numberFieldStyles } from '../elements/shared/field.styles.js';
import { tokens } from '../elements/shared/tokens.styles.js';
import { signInStyles } from '../elements/sign-in/phone-sign-in.styles.js';
import { escape } from './html.js';

/** Over the button, which nobody would answer: after ten seconds, by the style sheet alone. */
const late = css`
  .late {
    position: relative;
    display: flex;
    align-items: center;
    block-size: var(--_height);
    margin: calc(-1 * var(--_height)) 0 0;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_danger);
    font-size: 0.85em;
    line-height: 1.4;
    visibility: hidden;
    animation: late 0s 10s forwards;
  }
  .late > span {
    inline-size: 100%;
  }
  @keyframes late {
    to {
      visibility: visible;
    }
  }
`;

/** Tag → its style sheet. */
export const styles = {
  'phone-sign-in': tokens.cssText + signInStyles.cssText + late.cssText,
  'phone-number-field': tokens.cssText + numberFieldStyles.cssText,
  'phone-country-picker': tokens.cssText + countryPickerStyles.cssText,
};

export interface StyleOptions {
  /** Of the page's Content-Security-Policy: each `<style>` has it. */
  nonce?: string | undefined;
  /** The address of a folder with the files of `phone-sign-in/ssr/*.css`: a `<link>` to them, and no `<style>`. */
  stylesheet?: string | undefined;
}

export function styleTag(name: keyof typeof styles, { nonce, stylesheet }: StyleOptions): string {
  if (stylesheet !== undefined)
    return `<link rel="stylesheet" href="${escape(`${stylesheet.replace(/\/$/, '')}/${name}.css`)}">`;
  return `<style${nonce === undefined ? '' : ` nonce="${escape(nonce)}"`}>${styles[name]}</style>`;
}
