/** Out of the page: to the clipboard, or as a file. */
import { copy } from '../copy.js';

/** The button says what became of it. */
export async function copyText({ currentTarget }: Event, text: string): Promise<void> {
  const button = currentTarget as HTMLButtonElement;
  button.textContent = (await copy(text)) ? 'Copied' : 'Not allowed: download it';
}

export function downloadText(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
