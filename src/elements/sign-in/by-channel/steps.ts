import type { Channel } from '../../../channels.js';
import type { SignIn } from '../../../flow/sign-in.js';
import type { FlowState } from '../../../flow/state.js';
import type { Texts } from '../../../localization/texts.js';

/** What the screens of text messages say, which are there already. */
export interface Words {
  continueText(texts: Texts): string;
  changeNumberText(texts: Texts): string;
  willText(texts: Texts, phone: string): unknown;
}

/** What of the steps behind the first one is read and asked for here. */
export interface Steps {
  readonly state: FlowState;
  /** What the backend has said that it sends codes by. */
  readonly channels: readonly Channel[];
  /** Milliseconds until another message may be asked for. */
  readonly renewsInMs: number;
  begin(): Pick<SignIn, 'changeNumber'>;
  /** Asks for a code for the number in the field. */
  submit(isInsisting: boolean, channel?: Channel): Promise<void>;
  resend(channel?: Channel): void;
}
