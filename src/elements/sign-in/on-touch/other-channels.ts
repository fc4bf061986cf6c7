/** Codes that come otherwise than by SMS: when their words and their ways are fetched. */
import { nothing, type TemplateResult } from 'lit';
import type { Challenge } from '../../../backends/backend.js';
import type { Channel } from '../../../channels.js';
import { sentAgainText, sentText } from '../../../localization/error-texts.js';
import type * as ByChannel from '../by-channel/index.js';
import type { SignInHost } from '../host.js';
import { continueText, willText } from '../number-step.js';
import { changeNumberText } from './code-step.js';
import { LaterScreen } from './later-screen.js';

const words = { changeNumberText, continueText, willText };

export class OtherChannels extends LaterScreen<typeof ByChannel> {
  readonly #host: SignInHost;
  readonly #steps: ByChannel.Steps;
  /** What it was last wanted for: where it cannot be fetched, it is not asked for again and again. */
  #wanted: unknown;

  constructor(host: SignInHost, steps: ByChannel.Steps) {
    super(host, () => import('../by-channel/index.js'));
    this.#host = host;
    this.#steps = steps;
  }

  /** What the page would have first, if the backend has it. */
  get ofPage(): Channel | undefined {
    return this.#steps.channels.find(channel => channel === this.#host.channel);
  }

  /** From then on the element speaks of the channel that is meant. */
  override async load(): Promise<void> {
    await super.load();
    this.#host.reword ??= this.screens?.rewordFor(this.#host, this.#steps, words);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  /** Fetches it where a code comes otherwise; for the ways to get one, when the countdown has ended. */
  async follow(): Promise<void> {
    const { state, renewsInMs, channels: all } = this.#steps;
    const challenge = 'challenge' in state ? state.challenge : { channel: this.ofPage ?? all[0] };
    const { channel = 'sms', channels }: Partial<Challenge> = challenge ?? {};
    const isAsked = ('resent' in state && state.resent > 1) || (renewsInMs === 0 && channels?.[1]);
    const before = this.#wanted;
    this.#wanted = channel === 'sms' ? isAsked : channel;
    if (this.#wanted && this.#wanted !== before) await this.load();
  }

  /** Says what was sent. */
  async announceSent(resent: number, isUncertain: boolean | undefined): Promise<void> {
    await this.follow();
    const host = this.#host;
    host.announce(resent ? sentAgainText(host.texts) : sentText(host.texts, isUncertain));
  }

  renderLandline(sendAnyway: TemplateResult): TemplateResult {
    return this.screens?.renderLandline(this.#host, this.#steps, sendAnyway) ?? sendAnyway;
  }

  renderLadder(shownPhone: string): unknown {
    return this.screens?.renderLadder(this.#host, this.#steps, shownPhone, words) ?? nothing;
  }
}
