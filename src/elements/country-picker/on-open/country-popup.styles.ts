import { css } from 'lit';

export const countryPopupStyles = css`
  .popup {
    position: fixed;
    inset: auto;
    inline-size: max-content;
    margin: 0;
    padding: 0.5em;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.2);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 1.5em 3em -0.75em #0000004d;
  }
  .popup:popover-open {
    display: flex;
    flex-direction: column;
  }
  .search {
    display: flex;
    flex: none;
    gap: 0.5em;
    align-items: center;
    padding-inline: 0.75em 0.25em;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_muted) 10%, transparent);
  }
  .search:focus-within {
    box-shadow: inset 0 0 0 2px var(--_focus);
  }
  .search > svg {
    flex: none;
    inline-size: 1.05em;
    block-size: 1.05em;
    color: var(--_muted);
  }
  .search input {
    flex: 1;
    min-inline-size: 0;
    block-size: 2.6em;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    font-size: max(1em, 16px);
  }
  .search input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .close {
    display: none;
    place-items: center;
    flex: none;
    inline-size: 2.6em;
    block-size: 2.6em;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
  }
  .close svg {
    inline-size: 1em;
    block-size: 1em;
  }
  .list {
    flex: 1;
    min-block-size: 0;
    margin-block-start: 0.35em;
    overflow: hidden auto;
    overscroll-behavior: contain;
    position: relative;
  }
  .rows {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 0;
  }
  .option {
    display: flex;
    gap: 0.7em;
    align-items: center;
    block-size: 2.625em;
    padding-inline: 0.7em;
    border-radius: var(--_radius);
    cursor: pointer;
    font-size: 0.9375em;
  }
  .option.active {
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
  }
  .option[aria-selected='true'] {
    font-weight: 650;
  }
  .option > :first-child {
    flex: none;
    min-inline-size: 1.6em;
  }
  .name {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  mark {
    background: none;
    color: var(--_accent);
    font-weight: 650;
  }
  .option .code {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .none {
    margin: 0;
    padding: 0.9em 0.75em;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  /* A sheet on small screens, with its search at the top, where a keyboard on the screen leaves it. */
  @media (max-width: 30em) {
    .popup {
      inset: 2.5em 0 0 !important;
      inline-size: auto !important;
      max-inline-size: none;
      max-block-size: none !important;
      block-size: auto !important;
      padding: 0.75em 0.75em 0;
      border-width: 1px 0 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    .popup::backdrop {
      background: #00000059;
    }
    .close {
      display: grid;
    }
    .option {
      block-size: 3em;
      font-size: 1em;
    }
  }
  @media (forced-colors: active) {
    .option.active {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .option.active * {
      color: inherit;
    }
  }
`;
