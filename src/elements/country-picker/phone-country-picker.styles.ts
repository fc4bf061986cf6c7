import { css } from 'lit';

export const countryPickerStyles = css`
  :host {
    display: flex;
  }
  .country {
    display: flex;
    gap: 0.4em;
    align-items: center;
    /* Wide enough for most calling codes: nothing moves when the guess arrives. */
    min-inline-size: 5.6em;
    padding: 0 0.65em 0 0.8em;
    border: 0;
    border-inline-end: 1px solid var(--_line);
    border-start-start-radius: calc(var(--_radius) - 1px);
    border-end-start-radius: calc(var(--_radius) - 1px);
    background: none;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .country:hover {
    background: color-mix(in srgb, var(--_muted) 8%, transparent);
  }
  .country:focus-visible {
    outline-offset: -3px;
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
  .iso {
    padding: 0.15em 0.35em;
    border: 1px solid var(--_line);
    border-radius: 0.4em;
    color: var(--_muted);
    font-weight: 700;
    font-size: 0.7em;
    letter-spacing: 0.04em;
  }
  .code {
    direction: ltr;
    unicode-bidi: isolate;
  }
`;
