import { css } from 'lit';

/** The screens behind the first one. */
export const laterStyles = css`
  .sent {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: center;
    justify-content: space-between;
    min-block-size: 2.75em;
    color: var(--_muted);
  }
  .row > span {
    font-size: 0.875em;
    line-height: 1.4;
  }
  .row .bad {
    flex: 1 1 12em;
    color: var(--_danger);
  }
  .done {
    display: grid;
    gap: 0.75em;
    justify-items: center;
    padding-block: 1.5em;
    text-align: center;
  }
  .done .sub {
    margin: 0;
  }
  @keyframes pop {
    from {
      scale: 0.6;
      opacity: 0;
    }
  }
  .tick {
    display: grid;
    place-items: center;
    inline-size: 3.5em;
    block-size: 3.5em;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_success) 14%, transparent);
    color: var(--_success);
    animation: pop calc(var(--_motion) * 2) ease-out;
  }
  .tick svg {
    inline-size: 1.6em;
    block-size: 1.6em;
    stroke-width: 2.6;
  }
`;
