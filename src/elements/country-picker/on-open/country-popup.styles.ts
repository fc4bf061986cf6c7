import { css } from 'lit';

export const countryPopupStyles = css`
  .popup:popover-open,
  .popup[open] {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr) auto;
    align-content: start;
  }
  .title {
    align-self: center;
    padding-block: 0.4em;
    padding-inline-start: 1.25em;
    font-weight: 600;
    line-height: 1.3;
  }
  .search {
    display: flex;
    grid-area: 2 / 1 / auto / span 2;
    gap: 0.6em;
    align-items: center;
    margin: 0 0.75em 0.75em;
    padding-inline: 0.85em 0.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_fill);
  }
  .search:focus-within {
    border-color: var(--_focus);
    box-shadow: 0 0 0 1px var(--_focus);
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
    block-size: 2.75em;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    font-size: max(1em, 16px);
    text-overflow: ellipsis;
  }
  .search input::placeholder {
    color: var(--_faint);
    opacity: 1;
  }
  .close {
    display: grid;
    grid-area: 1 / 2;
    place-items: center;
    inline-size: 2.75em;
    block-size: 2.75em;
    margin: 0.25em;
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
    position: relative;
    grid-column: span 2;
    min-block-size: 0;
    padding: 0 0.5em 0.5em;
    overflow: hidden auto;
    overscroll-behavior: contain;
    container-type: inline-size;
    border-block-start: 1px solid var(--_line);
    outline: 0;
  }
  .rows {
    position: absolute;
    inset-inline: 0.5em;
    inset-block-start: 0;
  }
  .group {
    display: flex;
    align-items: end;
    block-size: 2.4em;
    padding: 0 1em 0.3em;
    color: var(--_muted);
    font-weight: 600;
    font-size: 0.75em;
    line-height: 1.3;
  }
  .option {
    position: relative;
    display: flex;
    gap: min(0.75em, 3%);
    align-items: center;
    block-size: 2.75em;
    padding-inline: min(0.75em, 3%);
    border-radius: calc(var(--_radius) * 0.85);
    cursor: pointer;
    line-height: 1.2;
  }
  .option.active {
    background: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
  }
  /* The tint alone is too faint for who moves by keyboard. */
  .option.active::before {
    content: '';
    position: absolute;
    inset-block: 22%;
    inset-inline-start: 0;
    inline-size: 3px;
    border-radius: 3px;
    background: var(--_accent);
  }
  .option > :first-child {
    flex: none;
    min-inline-size: 1.4em;
  }
  /* Large type on a small screen: the name's words come before its flag. */
  @container (max-width: 12em) {
    .option > :first-child {
      display: none;
    }
  }
  .name {
    flex: 1;
    display: -webkit-box;
    overflow: hidden;
    line-height: 1.35;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  mark {
    background: none;
    color: var(--_link);
    font-weight: 600;
  }
  .option .code {
    color: var(--_muted);
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }
  .check {
    flex: none;
    inline-size: 1.1em;
    color: var(--_accent);
  }
  .check svg {
    display: block;
  }
  .none {
    grid-column: span 2;
    margin: 0;
    padding: 0.25em 1.25em 1em;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .popup:popover-open:has(.none) {
    block-size: auto !important;
  }
  @media (max-width: 30em), (max-height: 30em) {
    .option {
      block-size: 3em;
    }
  }
  /* Lying on its side: search and ✕ in one row. */
  @media (max-height: 30em) {
    .title {
      display: none;
    }
    .search {
      grid-area: 1 / 1;
      margin: 0.25em 0 0.25em 0.75em;
    }
  }
  @media (forced-colors: active) {
    .search:focus-within {
      outline: 2px solid Highlight;
    }
    .option.active {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .option.active * {
      color: inherit;
    }
    .option.active::before {
      display: none;
    }
  }
`;
