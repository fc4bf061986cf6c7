import { css } from 'lit';

export const numberFieldStyles = css`
  :host {
    display: block;
  }
  .box {
    position: relative;
    display: flex;
    min-block-size: var(--_height);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    transition: border-color var(--_motion);
  }
  .box:focus-within {
    border-color: var(--_focus);
    box-shadow: 0 0 0 3px color-mix(in srgb, var(--_focus) 30%, transparent);
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
    flex: 0 0 5.6em;
    border-inline-end: 1px solid var(--_line);
  }
  input {
    flex: 1;
    min-inline-size: 0;
    padding: 0 0.75em;
    border: 0;
    outline: 0;
    border-radius: var(--_radius);
    background: none;
    font-size: max(1.0625em, 16px);
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.01em;
    /* Numbers are written from left to right in every language. */
    direction: ltr;
  }
  .root:dir(rtl) input {
    text-align: end;
  }
  input::placeholder {
    color: var(--_muted);
    opacity: 0.9;
  }
  /* The browser's yellow would hide the text in the dark. */
  input:autofill {
    -webkit-text-fill-color: var(--_text);
    box-shadow: inset 0 0 0 10em color-mix(in srgb, var(--_accent) 12%, var(--_surface));
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
  @media (forced-colors: active) {
    .box:focus-within {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }
  }
`;
