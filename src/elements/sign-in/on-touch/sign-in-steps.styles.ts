import { css } from 'lit';

/** The screens behind the first one. */
export const laterStyles = css`
  @keyframes come {
    from {
      opacity: 0;
      translate: 0 0.25em;
    }
  }
  .step {
    animation: come calc(var(--_motion) * 1.07) ease-out;
  }
  .edit {
    display: inline-grid;
    place-items: center;
    inline-size: 2.75em;
    block-size: 2em;
    margin: -0.5em -0.35em;
    vertical-align: middle;
  }
  .edit svg {
    inline-size: 1.1em;
  }
  .submit.quiet {
    border-color: var(--_line);
    background: var(--_fill);
    color: var(--_muted);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    align-items: baseline;
    justify-content: center;
    margin-block: 0 -0.625em;
    color: var(--_muted);
  }
  .row > span {
    margin-block-start: 0.625em;
    font-size: 0.875em;
    line-height: 1.4;
  }
  /* Room around each line: who asks in large type has two. */
  phone-resend-button {
    margin-block: 0.625em;
  }
  .done {
    display: grid;
    gap: 0.75em;
    justify-items: center;
    align-content: center;
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
  @keyframes draw {
    from {
      stroke-dashoffset: 1;
    }
  }
  .tick path {
    stroke-dasharray: 1;
    animation: draw calc(var(--_motion) * 3) var(--_motion) ease-out backwards;
  }
  .tick svg {
    inline-size: 1.6em;
    block-size: 1.6em;
    stroke-width: 2.6;
  }
  @media (forced-colors: active) {
    .tick {
      border: 1px solid CanvasText;
    }
  }
`;
