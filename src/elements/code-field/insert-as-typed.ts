/** As if it were typed, so that it can be undone; there is no other way to that. */
export function insertAsTyped(input: HTMLInputElement, text: string): void {
  if (document.execCommand('insertText', false, text)) return;
  input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
  input.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }),
  );
}
