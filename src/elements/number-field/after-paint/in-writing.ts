import { isE164 } from '../../../e164.js';
import { formatInternational, loadMetadata } from '../../../phone/core.js';

/** A number as a person would be told it: "+44 7400 123456". What is none stays as it is: "••• 09". */
export async function inWriting(number: string): Promise<string> {
  if (!isE164(number)) return number;
  await loadMetadata(number, undefined);
  return formatInternational(number);
}
