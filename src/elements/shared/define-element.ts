/** Registers an element, unless the name is taken (by another copy of this package, for one). Not on a server. */
export function defineElement(name: string, element: CustomElementConstructor): void {
  if (typeof customElements !== 'undefined' && !customElements.get(name))
    customElements.define(name, element);
}
