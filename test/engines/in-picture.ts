/** What is judged of a picture of the page: done in the page, which has a decoder for it and knows where each word is. */

export interface Picture {
  /** A PNG, base64. */
  png: string;
  /** Pixels of it in one of the page. */
  scale: number;
}

/** `name`: what it is; `found`: what the picture shows of it, where that is too little. */
export interface Finding {
  name: string;
  found: string;
}

export interface PictureTools {
  /** Words of which too little stands out from what they lie on by 4.5:1, and signs and edges by 3:1. */
  unreadable(picture: Picture): Promise<Finding[]>;
  /** What of the last digits of an entry, behind which the caret stands, cannot be seen. */
  unseen(picture: Picture, selector: string, digits: number): Promise<Finding[]>;
  /** The commonest colour of an element, as `#rrggbb`. */
  plateOf(picture: Picture, selector: string): Promise<string>;
  /** How much of a ring is around an element in one picture and not in the other: 1 is a line of one pixel of the page, all around. */
  ring(focused: Picture, blurred: Picture, selector: string): Promise<number>;
  /** Of the pixels of a line across each edge: the best contrast with what is outside, the worst of the edges. */
  edge(picture: Picture, selector: string): Promise<number>;
}

declare global {
  var picture: PictureTools;
}

/** Self-contained: its source is what the page runs. */
export function installPictureTools(): void {
  type Box = Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>;
  interface Pixels {
    /** The colours in a box of the page, as 0xrrggbb. */
    within(box: Box): number[];
    at(x: number, y: number): number;
  }

  const linear = Array.from({ length: 256 }, (_, part) =>
    part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  const light = (color: number) =>
    0.2126 * linear[color >> 16]! + 0.7152 * linear[(color >> 8) & 255]! + 0.0722 * linear[color & 255]!;
  const contrast = (one: number, other: number) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b) as [number, number];
    return (high + 0.05) / (low + 0.05);
  };
  const hex = (color: number) => `#${color.toString(16).padStart(6, '0')}`;

  async function read({ png, scale }: Picture): Promise<Pixels> {
    const bytes = Uint8Array.from(atob(png), letter => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const color = (column: number, row: number) => {
      const at = 4 * (row * width + column);
      return (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
    };
    return {
      within(box) {
        const colors: number[] = [];
        const right = Math.min(width, Math.ceil((box.x + box.width) * scale));
        const bottom = Math.min(height, Math.ceil((box.y + box.height) * scale));
        for (let row = Math.max(0, Math.floor(box.y * scale)); row < bottom; row++)
          for (let column = Math.max(0, Math.floor(box.x * scale)); column < right; column++)
            colors.push(color(column, row));
        return colors;
      },
      at: (x, y) => color(Math.floor(x * scale), Math.floor(y * scale)),
    };
  }

  function commonest(colors: readonly number[]): number {
    const counts = new Map<number, number>();
    for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
    return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
  }

  /** Which part of a box stands out, and by how much the best of it does. */
  function inkOf(colors: readonly number[], least: number) {
    const plate = commonest(colors);
    const known = new Map<number, number>();
    let [ink, best] = [0, 1];
    for (const color of colors) {
      let ratio = known.get(color);
      if (ratio === undefined) known.set(color, (ratio = contrast(color, plate)));
      if (ratio >= least) ink++;
      best = Math.max(best, ratio);
    }
    return { share: ink / colors.length, best, plate };
  }

  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest('.visually-hidden, .over, style, script, title');

  /** An open list hides what is under it. */
  function shown(): Element[] {
    const all = globalThis.probe.all('*').filter(isShown);
    const popup = all.find(element => element.matches('.popup'));
    return popup ? all.filter(element => popup.contains(element)) : all;
  }

  const isWithin = (inner: Box, outer: Box) =>
    inner.x >= outer.x - 1 &&
    inner.y >= outer.y - 1 &&
    inner.x + inner.width <= outer.x + outer.width + 1 &&
    inner.y + inner.height <= outer.y + outer.height + 1;

  /** Where the words of an element are, a line each; what its box cuts off is left out. */
  function linesOf(element: Element): { text: string; box: Box }[] {
    const window = element.closest('.list')?.getBoundingClientRect();
    return [...element.childNodes]
      .filter(node => node instanceof Text && /[\p{L}\p{N}]/u.test(node.data))
      .flatMap(node => {
        const range = new Range();
        range.selectNodeContents(node);
        const text = node.textContent!.trim();
        return [...range.getClientRects()].map(box => ({ text, box }));
      })
      .filter(({ box }) => box.width > 0 && (!window || isWithin(box, window)));
  }

  function widthOf(text: string, style: CSSStyleDeclaration): number {
    const { fontWeight, fontSize, fontFamily, letterSpacing } = style;
    const context = new OffscreenCanvas(1, 1).getContext('2d')!;
    // The shorthand is empty where a long form says what it cannot.
    Object.assign(context, { font: `${fontWeight} ${fontSize} ${fontFamily}`, letterSpacing });
    return context.measureText(text).width;
  }

  /** Where the text of an input is. */
  function entryOf(input: HTMLInputElement): { text: string; box: Box } | undefined {
    const style = getComputedStyle(input);
    const isSecret = input.type === 'password';
    const text = input.value || input.placeholder;
    if (!text) return undefined;
    const { x, y, width, height } = input.getBoundingClientRect();
    const start = parseFloat(style.paddingInlineStart);
    const long = widthOf(isSecret ? '•'.repeat(text.length) : text, style);
    const size = parseFloat(style.fontSize);
    return {
      text: isSecret ? 'a password' : text,
      box: {
        x: x + start,
        y: y + height / 2 - size * 0.6,
        width: Math.min(long, width - 2 * start),
        height: size * 1.2,
      },
    };
  }

  const nameOf = (element: Element) =>
    `${element.localName}${element.className && typeof element.className === 'string' ? `.${element.className.trim().replace(/\s+/g, '.')}` : ''}`;

  globalThis.picture = {
    async unreadable(picture) {
      const pixels = await read(picture);
      const found: Finding[] = [];
      const judge = (name: string, box: Box, least: number, leastShare: number) => {
        const { share, best, plate } = inkOf(pixels.within(box), least);
        // Not at all in the picture is no share either.
        if (!(share >= leastShare))
          found.push({
            name,
            found: `${best.toFixed(2)}:1 on ${hex(plate)}, ink ${(share * 100).toFixed(1)} %`,
          });
      };
      for (const element of shown()) {
        for (const { text, box } of linesOf(element)) judge(`${nameOf(element)} "${text}"`, box, 4.5, 0.02);
        const entry = element instanceof HTMLInputElement && entryOf(element);
        if (entry) judge(`${nameOf(element)} "${entry.text}"`, entry.box, 4.5, 0.02);
        if (element instanceof SVGSVGElement)
          judge(
            `the sign in ${nameOf(element.parentElement ?? element)}`,
            element.getBoundingClientRect(),
            3,
            0.02,
          );
      }
      return found;
    },
    async unseen(picture, selector, digits) {
      const pixels = await read(picture);
      const input = globalThis.probe.find(selector) as HTMLInputElement;
      const style = getComputedStyle(input);
      const { x, y, width, height } = input.getBoundingClientRect();
      const caret = x + parseFloat(style.paddingLeft) + widthOf(input.value, style) - input.scrollLeft;
      const tail = widthOf(input.value.slice(-digits), style);
      const name = `${input.value}: the last ${digits} digits`;
      const box = { x: caret - tail, y, width: tail, height };
      const { clientWidth, clientHeight } = document.documentElement;
      if (!isWithin(box, { x, y, width, height })) return [{ name, found: 'cut off by the field' }];
      if (!isWithin(box, input.parentElement!.getBoundingClientRect()))
        return [{ name, found: 'outside the field' }];
      if (!isWithin(box, { x: 0, y: 0, width: clientWidth, height: clientHeight }))
        return [{ name, found: 'outside the window' }];
      const { share, best } = inkOf(pixels.within(box), 4.5);
      return share < 0.02 ? [{ name, found: `${best.toFixed(2)}:1` }] : [];
    },
    async plateOf(picture, selector) {
      const pixels = await read(picture);
      return hex(commonest(pixels.within(globalThis.probe.find(selector)!.getBoundingClientRect())));
    },
    async ring(focused, blurred, selector) {
      const [before, after] = [await read(blurred), await read(focused)];
      const { x, y, width, height } = globalThis.probe.find(selector)!.getBoundingClientRect();
      const reach = 5;
      const around = { x: x - reach, y: y - reach, width: width + 2 * reach, height: height + 2 * reach };
      const [old, now] = [before.within(around), after.within(around)];
      const changed = now.filter((color, at) => color !== old[at] && contrast(color, old[at]!) >= 3).length;
      return changed / focused.scale ** 2 / (2 * (width + height));
    },
    async edge(picture, selector) {
      const pixels = await read(picture);
      const { left, right, top, bottom, width, height } = globalThis.probe
        .find(selector)!
        .getBoundingClientRect();
      const [middle, half] = [left + width / 2, top + height / 2];
      // From outside to just inside, a line through the middle of each side.
      const ways: [number, number, number, number][] = [
        [left, half, 1, 0],
        [right, half, -1, 0],
        [middle, top, 0, 1],
        [middle, bottom, 0, -1],
      ];
      const best = ways.map(([x, y, right, down]) => {
        const line = Array.from({ length: 24 }, (_, at) => (at - 16) / 4);
        const colors = line.map(at => pixels.at(x + right * at, y + down * at));
        return Math.max(...colors.map(color => contrast(color, colors[0]!)));
      });
      return Math.min(...best);
    },
  };
}
