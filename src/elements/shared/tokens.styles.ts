import { css } from 'lit';

/**
 * The look's variables, each public `--phone-…` one read in one place. Light or dark follows the page's own
 * `color-scheme` (a page that does not declare dark stays light), or the `color-scheme` attribute.
 *
 * @cssprop --phone-color-accent - Buttons, links and what is chosen.
 * @cssprop --phone-color-link - Links, where they are not in the accent.
 * @cssprop --phone-color-on-accent - Text on the accent.
 * @cssprop --phone-color-text - Headings, labels and what is entered.
 * @cssprop --phone-color-muted - Hints and descriptions.
 * @cssprop --phone-color-surface - Behind everything: the card, the fields, the list of countries.
 * @cssprop --phone-color-border - The edges of fields; lines are a third as strong.
 * @cssprop --phone-color-danger - Errors.
 * @cssprop --phone-color-success - The tick at the end.
 * @cssprop --phone-color-focus - The ring around what has the focus.
 * @cssprop --phone-font - The font family.
 * @cssprop --phone-radius - The corners of fields and buttons; the card's are half as large again.
 * @cssprop --phone-gap - The card's padding.
 * @cssprop --phone-control-height - The height of fields and buttons.
 * @cssprop --phone-motion - How long a change of colour takes; nothing where the person wants less motion.
 */
export const tokens = css`
  :host {
    --_accent: var(--phone-color-accent, light-dark(#2f55e8, #8ea6ff));
    --_on-accent: var(--phone-color-on-accent, light-dark(#fff, #0a1030));
    --_text: var(--phone-color-text, light-dark(#12151c, #f1f3f7));
    --_link: var(--phone-color-link, var(--_accent));
    --_muted: var(--phone-color-muted, light-dark(#5b6472, #9ca5b4));
    --_surface: var(--phone-color-surface, light-dark(#fff, #15181f));
    --_border: var(--phone-color-border, light-dark(#858e9e, #6f7989));
    --_danger: var(--phone-color-danger, light-dark(#c42b35, #ff8b8f));
    --_faint: var(--_muted);
    --_success: var(--phone-color-success, light-dark(#15803d, #5bd68a));
    --_focus: var(--phone-color-focus, var(--_accent));
    --_radius: var(--phone-radius, 0.8em);
    --_gap: var(--phone-gap, 1.75em);
    --_height: var(--phone-control-height, 3.125em);
    --_motion: var(--phone-motion, 0.15s);
    --_line: color-mix(in srgb, var(--_border) 32%, transparent);
    --_fill: color-mix(in srgb, var(--_muted) 8%, var(--_surface));
    box-sizing: border-box;
    color: var(--_text);
    font: 400 max(1rem, 16px) / 1.5 sans-serif;
    /* Of its own: a shorthand cannot inherit a part. */
    font-family: var(--phone-font, inherit);
    -webkit-tap-highlight-color: transparent;
  }
  :host([color-scheme='light']) {
    color-scheme: light;
  }
  :host([color-scheme='dark']) {
    color-scheme: dark;
  }
  :host([color-scheme='auto']) {
    color-scheme: light dark;
  }
  :host([hidden]) {
    display: none;
  }
  /* What a page says of its texts is not meant for a control; in a layer, so that any rule of ours goes over it. */
  @layer {
    :host > * {
      letter-spacing: normal;
      line-height: 1.5;
      /* Long words in large type: better broken than cut. */
      overflow-wrap: anywhere;
      text-align: start;
      text-indent: 0;
      text-shadow: none;
      text-transform: none;
      white-space: normal;
      word-break: normal;
      word-spacing: normal;
    }
  }
  *,
  ::before,
  ::after {
    box-sizing: inherit;
  }
  button,
  input {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  button {
    cursor: pointer;
  }
  label {
    display: block;
    margin-block-end: 0.5em;
    font-weight: 600;
    font-size: 0.875em;
    line-height: 1.4;
  }
  .link {
    position: relative;
    padding: 0.25em;
    margin: -0.25em;
    border: 0;
    border-radius: 0.4em;
    background: none;
    color: var(--_link);
    font-weight: 600;
    text-align: start;
  }
  .link:hover {
    text-decoration: underline;
  }
  /* A finger's width, whatever the words take. */
  .link::after {
    content: '';
    position: absolute;
    inset: calc(50% - 22px) 0;
  }
  :where(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .message {
    display: flex;
    gap: 0.5em;
    align-items: flex-start;
    /* Two lines are kept free, so that nothing below moves when an error comes or goes. */
    min-block-size: 2lh;
    margin: 0.5em 0 0;
    color: var(--_muted);
    font-size: 0.85em;
    line-height: 1.4;
    text-wrap: pretty;
  }
  .message.bad {
    color: var(--_danger);
  }
  .message svg {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    margin-block-start: calc((1lh - 1.1em) / 2);
  }
  .number {
    display: inline-block;
    color: var(--_text);
    font-weight: 600;
    direction: ltr;
    unicode-bidi: isolate;
    /* In two lines it stands where the text around it does. */
    text-align: match-parent;
  }
  /* Korean breaks between words, and Japanese between phrases where the browser can tell. */
  :lang(ko) {
    word-break: keep-all;
  }
  :lang(ja) {
    word-break: auto-phrase;
  }
  /* Nastaliq, in which Urdu is written on phones, climbs within the line. */
  :lang(ur) {
    line-height: 1.9;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @keyframes shake {
    25% {
      translate: -4px;
    }
    75% {
      translate: 4px;
    }
  }
  .shake {
    animation: shake 0.12s 2;
  }
  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }
  .spinner {
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 0.15em solid color-mix(in srgb, currentcolor 35%, transparent);
    border-block-start-color: currentcolor;
    border-radius: 50%;
    animation: spin 0.8s linear infinite;
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0s;
    }
    .spinner {
      animation-duration: 3s;
    }
    .shake {
      animation: none;
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_text);
      /* What is not entered must not look like what is. */
      --_faint: color-mix(in srgb, var(--_text) 65%, var(--_surface));
      --_border: var(--_text);
      --_line: var(--_text);
    }
  }
  @media (forced-colors: active) {
    :host {
      --_accent: Highlight;
      --_on-accent: HighlightText;
      --_link: LinkText;
      --_fill: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_faint: GrayText;
      --_surface: Canvas;
      --_border: CanvasText;
      --_line: CanvasText;
      --_danger: CanvasText;
      --_success: CanvasText;
      --_focus: Highlight;
    }
    /* All its edges would be of one colour, and nothing seen to turn. */
    .spinner:not(.submit > *) {
      forced-color-adjust: none;
      border-color: color-mix(in srgb, CanvasText 35%, Canvas);
      border-block-start-color: CanvasText;
    }
  }
`;
