/**
 * What a person has done in a form that a server has drawn, kept when the element draws its own in its place: in one task,
 * with no picture in between. Fetched only where there is such a form.
 */
import type { CountryCode } from '../../../phone/countries.js';
import { oneCountry } from '../country-list.js';

/** What the number's field is to this. */
interface Field extends HTMLElement {
  value: string;
  country: CountryCode | undefined;
  readonly updateComplete: Promise<unknown>;
  /** Resolves when its number can be judged, and its country shown. */
  ready(): Promise<unknown>;
}

/** An element of ours: a sign-in, a field, or another. */
interface Host extends HTMLElement {
  readonly updateComplete: Promise<unknown>;
  readonly numberField?: Field | null;
  readonly defaultCountry?: string | undefined;
  readonly countries?: readonly CountryCode[];
}

/** The first element within a shadow root that a selector fits, through the roots in it. */
function find(root: ShadowRoot | null, selector: string): HTMLElement | undefined {
  for (const element of root?.querySelectorAll<HTMLElement>('*') ?? []) {
    const found = element.matches(selector) ? element : find(element.shadowRoot, selector);
    if (found) return found;
  }
  return undefined;
}

/** What has the focus within a shadow root, by its `part`: what is drawn in its place has the same. */
function focusedPart(root: ShadowRoot | null): string | null | undefined {
  const element = root?.activeElement;
  return element?.shadowRoot?.activeElement ? focusedPart(element.shadowRoot) : element?.getAttribute('part');
}

/** Fetches what draws a number with its country, by way of a field that is in no page. */
async function prepare(text: string, country: CountryCode | undefined): Promise<void> {
  const field = document.createElement('phone-number-field') as HTMLElement as Field;
  field.country = country;
  field.value = text;
  await field.ready();
}

/** Resolves when the element may empty its root and draw, and then it must at once. */
export async function takeOver(host: Host): Promise<void> {
  const around = host.getRootNode();
  // A sign-in takes over what is in its own: this field will be none of it.
  if (around instanceof ShadowRoot && around.host.localName === 'phone-sign-in') return new Promise(() => {});

  const inputOf = () => find(host.shadowRoot, 'input') as HTMLInputElement | undefined;
  // With its country, or the drawn one would go away and come again. The drawn form can be typed into until then.
  if (host.countries) {
    const { defaultCountry, countries } = host;
    const country = oneCountry(defaultCountry) ?? (countries.length === 1 ? countries[0] : undefined);
    await prepare(inputOf()?.value ?? '', country).catch(() => undefined);
  }

  const { value = '', defaultValue = '', selectionStart, selectionEnd, selectionDirection } = inputOf() ?? {};
  const part = focusedPart(host.shadowRoot);

  void host.updateComplete.then(async () => {
    const { numberField: field = host } = host;
    await field?.updateComplete;
    const input = field && (find(field.shadowRoot, 'input') as HTMLInputElement | undefined);
    if (input && value !== defaultValue) {
      input.value = value;
      const inputType = part === 'input' ? 'insertText' : '';
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType }));
    }
    if (input && part === 'input') {
      input.focus({ preventScroll: true });
      input.setSelectionRange(selectionStart!, selectionEnd!, selectionDirection!);
    }
    await (field as Partial<Field> | undefined)?.ready?.().catch(() => undefined);
    if (part && part !== 'input') find(host.shadowRoot, `[part="${part}"]`)?.focus({ preventScroll: true });
  });
}
