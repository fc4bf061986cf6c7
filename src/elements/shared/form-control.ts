/** What each control of ours is to the page and to a form around it: what an `<input>` would be in its place. */
import type { PropertyDeclarations } from 'lit';
import { PhoneElement } from './phone-element.js';

/** What Enter presses. A button behind the message of a field, such as "Send anyway", has to be meant. */
const defaultButtons = ':is(button,[type=submit],[type=image]):default:not([slot])';

/** The element that a constructor takes for its own, instead of making one. */
let taken: FormControl | undefined;

export abstract class FormControl extends PhoneElement {
  static readonly formAssociated = true;
  static override readonly shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override readonly properties: PropertyDeclarations = {
    name: { noAccessor: true },
    required: { type: Boolean },
    disabled: { type: Boolean, noAccessor: true },
    isDisabled: { state: true },
  };

  /** A form is not submitted without a value. */
  required = false;

  /** @internal Disabled, be it by itself or by a `<fieldset>` around it. */
  isDisabled = false;
  /** @internal */
  readonly internals = this.attachInternals();
  /** @internal The value is not the attribute's any more: the person, or a script, has given another. */
  isDirty = false;
  private _flags: ValidityStateFlags = {};
  private _problem = '';
  private _customProblem = '';

  constructor() {
    if (taken) return taken;
    super();
    this.addEventListener('input', () => (this.isDirty = true));
  }

  /** Under this name the value is part of a form. */
  get name(): string {
    return this.getAttribute('name') ?? '';
  }

  set name(name: string | null | undefined) {
    // A framework hands over `undefined` for what its page leaves out.
    if (name == null) this.removeAttribute('name');
    else this.setAttribute('name', name);
  }

  /** Cannot be changed, and is no part of a form. */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(isDisabled: boolean) {
    this.toggleAttribute('disabled', Boolean(isDisabled));
  }

  /** The form around it. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** The labels of the page that belong to it. */
  get labels(): NodeList {
    return this.internals.labels;
  }

  /** As of an `<input>`. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** What the browser says of the value; empty where it is right. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether the value counts when the form is checked. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Whether the value is right. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** The same, and the browser says what is wrong. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** Says in the page's words that the value is not right; with an empty text, that it is. */
  setCustomValidity(message: string): void {
    this._customProblem = message;
    this.judge(this._flags, this._problem);
  }

  /** @internal What is wrong with the value, and how the browser says so. */
  judge(flags: ValidityStateFlags, problem: string): void {
    this._flags = flags;
    this._problem = problem;
    // Asked for, the number's may make a newer judgement first.
    const { internals, _customProblem: custom } = this;
    const customError = this._flags.customError || custom !== '';
    const anchor = (this.hasUpdated && this.input) || undefined;
    internals.setValidity({ ...this._flags, customError }, custom || this._problem, anchor);
  }

  /** @internal What has the focus when the element has it. */
  abstract get input(): HTMLElement | null;

  /** @internal The value, as text. */
  abstract value: string | undefined;

  /** Focuses the control. */
  override focus(options?: FocusOptions): void {
    if (this.hasUpdated) this.input?.focus(options);
    else void this.updateComplete.then(() => this.input?.focus(options));
  }

  /** @internal */
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    const { isDirty } = this;
    // The attribute is what the value begins with, and not what it is.
    if (name === 'value' && isDirty) return;
    super.attributeChangedCallback(name, old, value);
    this.isDirty = isDirty;
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.isDisabled = isDisabled;
  }

  formResetCallback(): void {
    this.value = this.getAttribute('value') ?? '';
    this.isDirty = false;
  }

  formStateRestoreCallback(state: string): void {
    this.value = state;
  }

  protected override firstUpdated(): void {
    // What a label, or a dialog that opens, gives the focus to: the country's button comes before the number.
    this.input?.setAttribute('autofocus', '');
    // Browsers look for it before there is anything to focus.
    if (this.autofocus && document.activeElement === document.body) this.focus();
  }

  /** Enter in an input presses the form's first submit button; a form that has none is submitted as it is. */
  protected readonly pressDefault = ({ key }: KeyboardEvent): void => {
    const { form } = this;
    if (key !== 'Enter' || !form) return;
    const buttons = (form.getRootNode() as ParentNode).querySelectorAll<HTMLButtonElement>(defaultButtons);
    const button = [...buttons].find(button => button.form === form);
    if (button) button.click();
    else form.requestSubmit();
  };

  /** What style sheets select with `:state()`. */
  protected mark(...names: (string | false)[]): void {
    const { states } = this.internals;
    // Safari has had it since 17.4.
    states?.clear();
    for (const name of names) if (name) states?.add(name);
  }
}

/** A control's class, where it can be made. */
export type FormControlClass = Omit<typeof FormControl, 'prototype'> & {
  new (): FormControl;
  readonly prototype: FormControl;
};

/** Gives an element that is there already the fields of a class: they come from its constructor. */
export function constructAs(element: FormControl, Class: FormControlClass): void {
  taken = element;
  try {
    new Class();
  } finally {
    taken = undefined;
  }
}
