/** A call on the simulated phone: it rings, is taken or not, and says the code. A chunk of its own, fetched with the first call. */
import { html, nothing, render } from 'lit';
import type { PhoneStepChangeEvent } from '../src/index.js';
// The words of the product's own senders.
import { spokenOf } from '../src/server/connectors/spoken.js';
import { callTexts } from './call-texts.js';
import { find } from './dom.js';
import { idOf, type InboxMessage } from './inbox.js';
import { language, onLanguage, texts } from './preferences.js';

export type Calls = ReturnType<typeof setUpCalls>;

type Course = 'ringing' | 'talking' | 'over';

/** `useCode`: what the digits do that are tapped. `redraw`: the lines among the messages have other words. */
export function setUpCalls(useCode: (code: string) => void, redraw: () => void) {
  const place = find('#call');
  const answered = new Set<string>();
  const spoken = (call: InboxMessage) => spokenOf({ code: call.code, locale: call.locale ?? 'en' });
  let current: { call: InboxMessage; course: Course } | undefined;

  function become(next: typeof current): void {
    current = next;
    draw();
    redraw();
  }

  /** Of the browser's voices; without one in this language, or none at all, the words stand there to be read. */
  function speak(call: InboxMessage): void {
    if (!('speechSynthesis' in globalThis)) return;
    const { text, vonage } = spoken(call);
    speechSynthesis.cancel();
    for (let times = 0; times < 2; times++) {
      const said = new SpeechSynthesisUtterance(text);
      said.lang = vonage;
      said.rate = 0.85;
      speechSynthesis.speak(said);
    }
  }

  /** Takes the call that rings. */
  function answer(): void {
    if (current?.course !== 'ringing') return;
    const { call } = current;
    answered.add(idOf(call));
    speak(call);
    become({ call, course: 'talking' });
    place.querySelector('button')?.focus({ preventScroll: true });
  }

  function end(): void {
    globalThis.speechSynthesis?.cancel();
    become(undefined);
  }

  function hangUp(): void {
    end();
    find('#phone .messages').focus({ preventScroll: true });
  }

  const transcript = (call: InboxMessage) => {
    const { text, vonage } = spoken(call);
    const digits = [...call.code].join(', ');
    const [before = '', after = ''] = text.split(digits);
    const once = html`<p lang=${vonage} dir="auto">
      ${before}<button type="button" aria-label=${texts().useCode(digits)} @click=${() => useCode(call.code)}>
        ${digits}</button
      >${after}
    </p>`;
    const again = html`<p lang=${vonage} dir="auto">${text}</p>`;
    return html`${once}${again}`;
  };

  function draw(): void {
    const words = callTexts[language()];
    place.hidden = !current;
    if (!current) return void render(nothing, place);
    const { call, course } = current;
    const isRinging = course === 'ringing';
    render(
      html`<p class="from">${texts().sender}</p>
        <p class="course" role="status">${isRinging ? words.incoming : words.talking}</p>
        ${isRinging ? nothing : html`<div class="said words">${transcript(call)}</div>`}
        <div class="keys">
          ${isRinging ? html`<button class="take" type="button" @click=${answer}>${words.answer}</button>` : nothing}
          <button class="end" type="button" @click=${hangUp}>
            ${isRinging ? words.decline : words.hangUp}
          </button>
        </div>`,
      place,
    );
  }

  onLanguage(draw);
  // Whoever is signed in, or begins anew, hears no more of it.
  document.addEventListener('phone-step-change', event => {
    const { step } = event as PhoneStepChangeEvent;
    if (current && (step === 'done' || step === 'number')) end();
  });

  return {
    /** A new call: the phone rings. */
    ring(call: InboxMessage): void {
      globalThis.speechSynthesis?.cancel();
      become({ call, course: 'ringing' });
    },
    answer,
    /** What its line among the messages says. */
    wordsOf: (call: InboxMessage) =>
      answered.has(idOf(call)) ? transcript(call) : html`<p>${callTexts[language()].missed}</p>`,
    texts: () => callTexts[language()],
  };
}
