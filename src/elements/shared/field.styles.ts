import { css } from 'lit';

export const numberFieldStyles = css`
  :host {
    display: block;
  }
  .box {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    min-block-size: var(--_height);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    transition: border-color var(--_motion);
  }
  .box:has(> input:focus) {
    border-color: var(--_focus);
    box-shadow: 0 0 0 1px var(--_focus);
  }
  .box.bad {
    --_border: var(--_danger);
    --_focus: var(--_danger);
  }
  :host(:disabled) .box {
    opacity: 0.6;
  }
  /* Where the button with the country will be. */
  .country {
    flex: 1 0 5.9em;
  }
  /* Where both do not fit, the country has a line of its own, and all of it. */
  phone-country-picker {
    flex: 1 0 auto;
    max-inline-size: 100%;
  }
  input {
    flex: 9999 1 7.5em;
    min-inline-size: 0;
    min-block-size: calc(var(--_height) - 2px);
    padding: 0 0.75em;
    border: 0;
    outline: 0;
    border-radius: var(--_radius);
    background: none;
    font-size: max(1.0625em, 16px);
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.01em;
  }
  /* A number is written from left to right in every language, and its calling code with it. */
  .number-box {
    direction: ltr;
  }
  input::placeholder {
    color: var(--_faint);
    opacity: 1;
  }
  /* The browser's yellow would hide the text in the dark. */
  input:autofill {
    -webkit-text-fill-color: var(--_text);
    box-shadow: inset 0 0 0 10em color-mix(in srgb, var(--_accent) 12%, var(--_surface));
  }
  @container (max-width: 12em) {
    .number-box input {
      padding-inline: 0.3em;
      font-size: max(1em, 16px);
      letter-spacing: -0.02em;
    }
  }
  .offers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    margin-block-start: 0.25em;
  }
  .message.warning {
    color: var(--_text);
  }
  @media (prefers-contrast: more) {
    .box.bad {
      box-shadow: inset 0 0 0 1px var(--_danger);
    }
  }
  @media (forced-colors: active) {
    .box.bad {
      border-width: 3px;
    }
    .box:has(> input:focus) {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }
  }
`;
