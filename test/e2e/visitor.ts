/** What a person does on the demo's page, in its words; elements are found by role and name. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { DemoServer } from './demo-server.js';
import type { Words } from './words.js';

export interface Visitor {
  readonly numberField: Locator;
  readonly codeField: Locator;
  heading(name: string): Locator;
  button(name: string): Locator;
  /** Types a number and asks for a code; resolves when the code can be entered. */
  askForCode(phone: string): Promise<void>;
  /** The newest code that was sent to a number. */
  readCode(phone: string): Promise<string>;
  enterCode(code: string): Promise<void>;
  isSignedIn(): Promise<void>;
}

export function visit(page: Page, demo: DemoServer, words: Words): Visitor {
  const numberField = page.getByRole('textbox', { name: words.number });
  const codeField = page.getByRole('textbox', { name: words.code });
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  return {
    numberField,
    codeField,
    heading,
    button,
    async askForCode(phone) {
      await numberField.fill(phone);
      await button(words.send).click();
      await heading(words.enterCode).waitFor();
    },
    async readCode(phone) {
      const [newest] = await demo.messagesTo(phone);
      expect(newest?.text).toContain(newest?.code);
      return newest!.code;
    },
    async enterCode(code) {
      await codeField.focus();
      await page.keyboard.type(code);
    },
    isSignedIn: () => heading(words.signedIn).waitFor(),
  };
}

/** A code of as many digits that is not this one. */
export function anotherCode(code: string): string {
  return code === '000000' ? '111111' : '000000';
}
