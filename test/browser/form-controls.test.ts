/** The base suite: each control of ours does as the native one beside it, on the same page. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../src/elements/sign-in/after-code/index.js';
import { controls, fields, inputOf, settled, stand, typeInto } from './controls.js';
import { focused } from './helpers.js';

afterEach(() => document.body.replaceChildren());

const isWithin = (element: Element) => document.activeElement === element && focused();

describe.each(controls)('<$tag>', control => {
  test('is disabled by a fieldset and by itself, each without the other', async () => {
    const { form, both } = await stand(control);
    const fieldset = document.createElement('fieldset');
    fieldset.append(...both);
    form.append(fieldset);
    const seen = async (element: (typeof both)[number]) => {
      await settled(element);
      const inner = element.shadowRoot?.querySelector(':is(input, button, phone-number-field)');
      const acts = !(inner ?? element).matches(':disabled, [aria-disabled="true"]');
      return [element.matches(':disabled'), element.disabled, element.hasAttribute('disabled'), acts];
    };
    for (const step of [
      () => (fieldset.disabled = true),
      () => both.forEach(element => (element.disabled = true)),
      () => (fieldset.disabled = false),
      () => both.forEach(element => (element.disabled = false)),
      () => (fieldset.disabled = true),
      () => (fieldset.disabled = false),
    ]) {
      step();
      expect(await seen(both[0]!)).toEqual(await seen(both[1]!));
    }
  });

  test('gets the focus by a label, around it or beside it, by autofocus, and before it is drawn', async () => {
    for (const wraps of [true, false]) {
      const { form, both } = await stand(control);
      for (const [index, element] of both.entries()) {
        const label = document.createElement('label');
        label.innerHTML = '<b>Label</b>';
        label.style.display = 'block';
        element.id = `labelled-${index}`;
        if (wraps) label.append(element);
        else label.htmlFor = element.id;
        form.append(label);
        // With all that can take the focus before it: the country's button comes later.
        await settled(element);
        await userEvent.click(label.querySelector('b')!);
        expect(isWithin(element)).toBeTruthy();
        if (control.native === 'input') expect(focused()?.matches('input')).toBe(true);
        expect([...(element.labels ?? [])]).toEqual([label]);
      }
      if (control.native === 'input') expect(focused()).toBe(both[1]);
      form.remove();
    }
    const { ours } = await stand(control, { autofocus: '' });
    await expect.poll(() => isWithin(ours)).toBeTruthy();
    if (control.native === 'input') await expect.poll(() => focused()?.matches('input')).toBe(true);
    document.body.replaceChildren();
    const early = document.createElement(control.tag);
    document.body.append(early);
    early.focus();
    await expect.poll(() => isWithin(early)).toBeTruthy();
  });

  test('takes null and undefined for every property, and attributes that are taken away', async () => {
    const { ours } = await stand(control);
    const thrown = vi.fn();
    addEventListener('unhandledrejection', thrown);
    addEventListener('error', thrown);
    const { elementProperties } = ours.constructor as unknown as {
      elementProperties: Map<string, { state?: boolean }>;
    };
    const names = [...elementProperties]
      .filter(([, { state }]) => !state)
      .map(([name]) => name)
      .filter(name => name !== 'texts' && name !== 'popup');
    for (const nothing of [null, undefined])
      for (const name of names) {
        Object.assign(ours, { [name]: nothing });
        await settled(ours);
        const input = ours.shadowRoot!.querySelector('input');
        expect(`${ours.shadowRoot!.textContent} ${input?.value ?? ''}`, name).not.toContain(String(nothing));
      }
    for (const { name } of [...ours.attributes]) ours.removeAttribute(name);
    await settled(ours);
    ours.focus();
    expect(isWithin(ours)).toBeTruthy();
    await new Promise(done => setTimeout(done));
    expect(thrown).not.toHaveBeenCalled();
    removeEventListener('unhandledrejection', thrown);
    removeEventListener('error', thrown);
  });

  test('writes no attribute that the page has not', async () => {
    const element = document.createElement(control.tag);
    document.body.append(element);
    await settled(element as never);
    expect(element.getAttributeNames()).toEqual([]);
  });

  test('is there whenever it comes, in a shadow root and by innerHTML too', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = `<${control.tag} lang="en"></${control.tag}>`;
    const element = root.firstElementChild as HTMLElement;
    await expect.poll(() => element.shadowRoot?.querySelector('input, button')).toBeTruthy();
    expect(element.matches(':defined')).toBe(true);
  });

  test('says with setCustomValidity what the page thinks of it', async () => {
    const { both, form } = await stand(control);
    const seen = both.map(element => {
      if (element.localName === 'button') element.setAttribute('type', 'submit');
      element.setCustomValidity('Not this one.');
      const bad = [element.checkValidity(), element.validity.customError, element.validationMessage];
      const isFormGood = form.checkValidity();
      element.setCustomValidity('');
      return [bad, isFormGood, element.willValidate, element.checkValidity(), element.matches(':valid')];
    });
    expect(seen[0]).toEqual(seen[1]);
  });
});

describe.each(fields)('<$tag> holds a value', control => {
  const [first, second] = control.values!;

  test('given before it is connected: as a property, as an attribute, in innerHTML', async () => {
    const byProperty = document.createElement(control.tag) as HTMLInputElement;
    byProperty.value = first;
    const byAttribute = document.createElement(control.tag) as HTMLInputElement;
    byAttribute.setAttribute('value', first);
    const box = document.createElement('div');
    box.innerHTML = `<${control.tag} value="${first}"></${control.tag}>`;
    document.body.append(byProperty, byAttribute, box);
    for (const element of [byProperty, byAttribute, box.firstElementChild as HTMLInputElement]) {
      await settled(element as never);
      expect(element.value).toBe(first);
      expect(inputOf(element).value).not.toBe('');
    }
  });

  test('whose attribute is what it begins with, and is reset to', async () => {
    const { form, both } = await stand(control, { value: first });
    const seen: string[][] = [];
    for (const element of both) {
      const values = [element.value];
      const take = async () => {
        await settled(element);
        values.push(element.value);
      };
      element.setAttribute('value', second);
      await take();
      element.setAttribute('value', first);
      element.value = second;
      await take();
      element.setAttribute('value', '');
      await take();
      element.setAttribute('value', first);
      form.reset();
      await take();
      element.setAttribute('value', second);
      await take();
      element.removeAttribute('value');
      await take();
      seen.push(values);
    }
    expect(seen[0]).toEqual(seen[1]);
  });

  test('which typing changes, a form submits and reset takes back', async () => {
    const { form, ours, native } = await stand(control, { value: first });
    await typeInto(ours, control.typed!);
    await settled(ours);
    await typeInto(native, second);
    expect(ours.value).toBe(native.value);
    const data = new FormData(form);
    expect(data.get(control.tag)).toBe(data.get('input'));
    ours.setAttribute('value', '');
    native.setAttribute('value', '');
    expect(ours.value).toBe(native.value);
    form.reset();
    await settled(ours);
    expect([ours.value, inputOf(ours).value]).toEqual(['', '']);
  });

  test('which the browser may bring again', async () => {
    const { ours } = await stand(control);
    // As the browser calls it after Back or a reload, with what the element gave it to keep.
    (ours as unknown as { formStateRestoreCallback(state: string): void }).formStateRestoreCallback(first);
    await settled(ours);
    expect([ours.value, inputOf(ours).value === '']).toEqual([first, false]);
  });

  test('when it is required', async () => {
    const { form, ours, native, both } = await stand(control, { required: '' });
    const look = () => both.map(element => [element.validity.valueMissing, element.matches(':invalid')]);
    expect(look()[0]).toEqual(look()[1]);
    expect(ours.validationMessage).not.toBe('');
    expect(form.reportValidity()).toBe(false);
    expect(document.activeElement).toBe(ours);
    expect(focused()?.matches('input')).toBe(true);
    for (const element of both) element.value = first;
    await settled(ours);
    expect(look()[0]).toEqual(look()[1]);
    for (const element of both) element.required = false;
    await settled(ours);
    native.value = ours.value = '';
    await settled(ours);
    expect(look()[0]).toEqual(look()[1]);
  });

  test('and presses the default button with Enter, unless that is disabled', async () => {
    const { form, both } = await stand(control, { value: first });
    form.insertAdjacentHTML(
      'beforeend',
      '<button name="way" value="default">Go</button><button name="way" value="other">Other</button>',
    );
    const submitted: unknown[] = [];
    form.addEventListener('submit', event => {
      event.preventDefault();
      submitted.push(new FormData(form, event.submitter).get('way'));
    });
    for (const element of both) {
      element.focus();
      await userEvent.keyboard('{Enter}');
    }
    expect(submitted).toEqual(['default', 'default']);
    form.querySelector('button')!.disabled = true;
    for (const element of both) {
      element.focus();
      await userEvent.keyboard('{Enter}');
    }
    expect(submitted).toHaveLength(2);
    form.querySelectorAll('button').forEach(button => button.remove());
    both[1]!.remove();
    both[0]!.focus();
    await userEvent.keyboard('{Enter}');
    expect(submitted).toEqual(['default', 'default', null]);
  });

  test('which it keeps where it is moved to', async () => {
    const { ours } = await stand(control, { value: first });
    await typeInto(ours, control.typed!);
    await settled(ours);
    const section = document.createElement('section');
    document.body.append(section);
    section.append(ours);
    await settled(ours);
    expect(ours.value).toBe(second);
    await typeInto(ours, control.typed!);
    await settled(ours);
    expect(ours.value).toBe(second);
  });

  test('which undo takes back and redo brings again, where it was pasted over another', async () => {
    const { ours, native, form } = await stand(control);
    const source = form.appendChild(document.createElement('input'));
    source.value = first;
    const undo = '{Control>}z{/Control}';
    const redo = '{Control>}{Shift>}z{/Shift}{/Control}';
    // One after the other: what is undone is the page's last change, wherever that was.
    for (const element of [native, ours]) {
      await typeInto(element, element === ours ? control.typed! : second);
      source.select();
      await userEvent.copy();
      element.focus();
      inputOf(element).select();
      await userEvent.paste();
      await settled(ours);
      expect(element.value).toBe(first);
      const seen: string[] = [];
      for (const keys of [undo, redo, redo, undo, redo]) {
        await userEvent.keyboard(keys);
        await settled(ours);
        seen.push(element.value);
      }
      expect(seen, element.localName).toEqual([second, first, first, second, first]);
    }
  });

  test('which undo takes back and redo brings again, key by key', async () => {
    const { ours, native } = await stand(control);
    for (const element of [ours, native]) await typeInto(element, control.typed!);
    for (const element of [ours, native]) {
      element.focus();
      for (let press = 0; press < 20; press++) await userEvent.keyboard('{Control>}z{/Control}');
    }
    await settled(ours);
    expect([ours.value, native.value]).toEqual(['', '']);
    ours.focus();
    for (let press = 0; press < 20; press++)
      await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await settled(ours);
    expect(ours.value).toBe(second);
  });

  test('which may be filled in without a word, and is read when it is wanted', async () => {
    const { form, ours } = await stand(control);
    form.addEventListener('submit', event => event.preventDefault());
    const codes: string[] = [];
    ours.addEventListener('phone-code-complete', event => {
      codes.push((event as unknown as { code: string }).code);
    });
    inputOf(ours).value = first;
    const checked = 'check' in ours && (await (ours.check as () => Promise<unknown>)());
    ours.focus();
    await userEvent.keyboard('{Enter}');
    await settled(ours);
    expect(ours.value).toBe(first);
    if (control.tag === 'phone-number-field') expect(checked).toBe(first);
    expect(codes).toEqual(control.tag === 'phone-code-field' ? [first] : []);
  });

  test('which a script may tell of by change alone', async () => {
    const { ours, native } = await stand(control);
    for (const element of [ours, native]) {
      const input = inputOf(element);
      input.value = first;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await settled(ours);
    expect(ours.value).toBe(native.value);
  });
});
