/**
 * WebOTP (Chromium on Android): the browser reads the code out of a message that is bound to this host. One request a page
 * at a time, the newest: Chromium (156, on desktops too) ends the whole page where two are begun and given up in one task.
 */
interface MessageRequest {
  giveUp: () => void;
  isOver: Promise<unknown>;
}

let current: MessageRequest | undefined;

/** The code of the next message; empty where none is had: given up, refused, or not to be had in this browser or frame. */
export async function codeFromMessage(signal: AbortSignal): Promise<string> {
  if (!('OTPCredential' in globalThis)) return '';
  while (current) {
    current.giveUp();
    await current.isOver;
  }
  if (signal.aborted) return '';
  const controller = new AbortController();
  signal.addEventListener('abort', () => controller.abort());
  const options = { otp: { transport: ['sms'] }, signal: controller.signal } as CredentialRequestOptions;
  // In a function of its own, so that a browser without `credentials` is a refusal as well.
  const ask = async () => (await navigator.credentials.get(options)) as { code?: string } | null;
  const code = ask().then(
    credential => credential?.code ?? '',
    () => '',
  );
  const request = { giveUp: () => controller.abort(), isOver: code };
  current = request;
  const received = await code;
  if (current === request) current = undefined;
  return received;
}
