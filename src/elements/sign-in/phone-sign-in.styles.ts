import { css } from 'lit';

/** @cssprop --phone-shadow - The edge and shadow of the card: a thin line, unless told otherwise. */
export const signInStyles = css`
  :host {
    display: block;
    max-inline-size: 23.5em;
    container-type: inline-size;
  }
  .card {
    position: relative;
    padding: var(--_gap);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    hyphens: auto;
    box-shadow: var(--phone-shadow, 0 0 0 1px var(--_line));
  }
  fieldset {
    min-inline-size: 0;
    padding: 0;
    margin: 0;
    border: 0;
  }
  /* As much as the code's step needs: the card stays as it is from step to step. */
  fieldset > * {
    min-block-size: calc(12.1em + 2 * var(--_height));
  }
  h2 {
    margin: 0;
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.25;
    letter-spacing: -0.012em;
    text-wrap: balance;
  }
  h2:focus-visible {
    outline: none;
  }
  .sub {
    margin: 0.25em 0 1.35em;
    color: var(--_muted);
    font-size: 0.9375em;
    text-wrap: pretty;
  }
  .submit {
    display: flex;
    gap: 0.6em;
    align-items: center;
    justify-content: center;
    inline-size: 100%;
    min-block-size: var(--_height);
    margin-block-start: 0.75em;
    padding: 0.5em 1em;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    line-height: 1.35;
    transition-property: background-color, color;
    transition-duration: var(--_motion);
  }
  .submit:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }
  .submit[aria-disabled='true'] {
    cursor: default;
  }
  .submit .spinner {
    flex: none;
  }
  .aside {
    margin: 0.75em 0 0;
    font-size: 0.9375em;
    text-align: center;
  }
  .aside .link {
    text-align: center;
  }
  ::slotted([slot='captcha']) {
    margin-block-start: 1em;
  }
  ::slotted([slot='legal']),
  ::slotted([slot='footer']),
  ::slotted([slot='help']) {
    display: block;
    margin: 1em 0 0;
    color: var(--_muted);
    font-size: 0.8125em;
    text-align: center;
    text-wrap: pretty;
  }
  @container (max-width: 19em) {
    .card {
      padding: calc(var(--_gap) * 0.7);
    }
    .submit {
      padding-inline: 0.25em;
    }
  }
  @container (max-width: 12em) {
    .card {
      padding: calc(var(--_gap) * 0.5);
    }
  }
  @media (forced-colors: active) {
    .card {
      outline: 1px solid;
    }
    /* Its own plate and words: the browser's plate behind each word would hide them. */
    .submit {
      forced-color-adjust: none;
    }
  }
`;
