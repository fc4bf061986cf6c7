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

/** Where the list stands, and what is seen of it until it has come. */
export const countryPlaceStyles = css`
  .popup {
    position: fixed;
    inset: auto;
    inline-size: max-content;
    max-inline-size: none;
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.25);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 1.5em 3em -1em #0000004d;
  }
  /* Where the search will be. */
  .coming::before {
    content: '';
    display: block;
    block-size: 2.75em;
    margin: 3.25em 0.75em 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_fill);
  }
  /* A sheet where room is small, with its search at the top, where a keyboard on the screen leaves it. */
  @media (max-width: 30em), (max-height: 30em) {
    .popup {
      inset: auto 0 0 !important;
      inline-size: auto !important;
      max-block-size: none !important;
      block-size: calc(100dvh - 2.5em) !important;
      border-width: 1px 0 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    .popup::backdrop {
      background: #00000059;
    }
  }
  /* Lying on its side: no title. */
  @media (max-height: 30em) {
    .popup {
      block-size: calc(100dvh - 0.5em) !important;
    }
    .coming::before {
      margin-block-start: 0.25em;
    }
  }
`;
