import { css } from 'lit';

export const countryPickerStyles = css`
  :host {
    display: flex;
  }
  .country {
    position: relative;
    display: flex;
    flex: 1;
    gap: 0.5em;
    align-items: center;
    /* Wide enough for most calling codes: nothing moves when the guess arrives. */
    min-inline-size: min(5.9em, 100%);
    min-block-size: calc(var(--_height) - 2px);
    padding: 0 0.65em 0 0.85em;
    border: 0;
    border-radius: calc(var(--_radius) - 1px);
    background: none;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .country::after {
    content: '';
    position: absolute;
    inset-block: 22%;
    inset-inline-end: -1px;
    border-inline-end: 1px solid var(--_line);
  }
  .country:hover {
    background: var(--_fill);
  }
  .country:focus-visible {
    outline-offset: -2px;
  }
  .country[aria-disabled='true'] {
    cursor: default;
    background: none;
  }
  .country svg {
    flex: none;
    inline-size: 0.9em;
    block-size: 0.9em;
    margin-inline-start: auto;
    color: var(--_muted);
  }
  .flag {
    font-size: 1.2em;
    line-height: 1;
  }
  /* All of one width, so that the names under each other begin at one line. */
  .iso {
    inline-size: 2.6em;
    padding-block: 0.2em;
    border: 1px solid var(--_line);
    border-radius: 0.4em;
    background: var(--_fill);
    color: var(--_muted);
    font-weight: 700;
    font-size: 0.7em;
    line-height: 1.3;
    letter-spacing: 0.03em;
    text-align: center;
  }
  .code {
    direction: ltr;
    unicode-bidi: isolate;
  }
`;
