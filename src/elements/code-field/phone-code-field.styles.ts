import { css } from 'lit';

export const codeFieldStyles = css`
  :host {
    display: block;
  }
  .box {
    position: relative;
    direction: ltr;
  }
  .slots {
    display: flex;
    gap: min(0.5em, 2.2%);
    align-items: center;
  }
  .slot {
    position: relative;
    flex: 1;
    min-inline-size: 0;
    block-size: calc(var(--_height) * 1.1);
    display: grid;
    place-items: center;
    border: 1px solid var(--_border);
    border-radius: min(var(--_radius), 30%);
    background: var(--_surface);
    transition: border-color var(--_motion);
  }
  .slot span {
    font-size: 1.5em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .slot.filled {
    background: var(--_fill);
  }
  /* A code is read in two halves. */
  .dash {
    flex: none;
    inline-size: min(0.5em, 3%);
    border-block-start: 2px solid var(--_border);
    opacity: 0.6;
  }
  .slot.now {
    border-color: var(--_focus);
    box-shadow: 0 0 0 1px var(--_focus);
  }
  .slot.selected {
    background: color-mix(in srgb, var(--_focus) 18%, var(--_surface));
  }
  @keyframes blink {
    50% {
      opacity: 0;
    }
  }
  .slot.caret::after {
    content: '';
    position: absolute;
    inset-inline-start: calc(50% - 0.8px);
    inline-size: 1.6px;
    block-size: 1.6em;
    background: var(--_accent);
    animation: blink 1.1s steps(1) infinite;
  }
  .slot.caret.filled::after {
    inset-inline-start: 22%;
  }
  .bad .slot {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .bad .slot.selected {
    background: color-mix(in srgb, var(--_danger) 10%, var(--_surface));
  }
  .over {
    position: absolute;
    inset: 0;
    overflow: hidden;
  }
  /* The one real input lies over the painted slots. Room at its end keeps password managers' badges off the digits. */
  input {
    inline-size: calc(100% + 2.5em);
    block-size: 100%;
    padding: 0;
    border: 0;
    outline: 0;
    background: transparent;
    color: transparent;
    caret-color: transparent;
    font-size: max(1em, 16px);
    letter-spacing: 0.5em;
    -webkit-text-fill-color: transparent;
  }
  input::selection {
    background: transparent;
    color: transparent;
  }
  @media (prefers-reduced-motion: reduce) {
    .slot.caret::after {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .slot.now {
      outline: 2px solid Highlight;
      outline-offset: 1px;
    }
    .box .slot.selected {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .bad .slot {
      border-width: 3px;
    }
    /* What is selected in it is painted in the slots. */
    input {
      forced-color-adjust: none;
    }
  }
`;
