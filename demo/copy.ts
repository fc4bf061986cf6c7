/** Buttons that copy, and say that they have. */

export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The clipboard can be forbidden.
    return false;
  }
}

export interface CopyWords {
  label(): string;
  done(): string;
}

export function copyFrom(button: HTMLButtonElement, text: () => string, words: CopyWords): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  button.addEventListener('click', () => {
    void copy(text()).then(isCopied => {
      if (!isCopied) return;
      clearTimeout(timer);
      button.textContent = words.done();
      timer = setTimeout(() => (button.textContent = words.label()), 2000);
    });
  });
}
