import { adoptStyles } from 'lit';
import { constructAs, type FormControl, type FormControlClass } from '../../shared/form-control.js';

/**
 * Makes an element, registered before its class was here, one of that class: it gets the methods, then the fields, which
 * the class's constructor gives to the element that it is handed; then what was set on it meanwhile.
 *
 * Browsers have looked up the callbacks of custom elements when the name was registered: such a class has none of its own
 * beside those of `FormControl`, and sees to its connection by a controller.
 */
export function become(element: FormControl, Class: FormControlClass): void {
  const known = new Set(Class.observedAttributes);
  const early = Object.entries(element).filter(([name]) => Class.elementProperties.has(name));
  for (const [name] of early) Reflect.deleteProperty(element, name);
  Object.setPrototypeOf(element, Class.prototype);
  constructAs(element, Class);
  // It has been connected without any.
  if (element.shadowRoot) adoptStyles(element.shadowRoot, Class.elementStyles);
  for (const { name, value } of element.attributes)
    if (known.has(name)) element.attributeChangedCallback(name, null, value);
  Object.assign(element, Object.fromEntries(early));
}
