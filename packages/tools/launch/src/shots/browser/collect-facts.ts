import type { ClippedFact, PageFacts, TargetFact, TextFact } from '../judge/page-facts.ts';

/**
 * Measures the page that is shown. Runs inside of the browser, so it uses nothing from outside of its braces. While
 * a dialog is open only what is in it counts: the rest cannot be read or pressed.
 */
export function collectFacts(): PageFacts {
  const dialogs = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]')];
  const root: Element = dialogs.at(-1) ?? document.body;
  const page = document.documentElement;

  const describe = (element: Element): string => {
    const parts: string[] = [];
    for (let at: Element | null = element; at !== null && at !== document.body && parts.length < 4; ) {
      const role = at.getAttribute('role');
      const first = typeof at.className === 'string' ? at.className.split(' ').slice(0, 3).join('.') : '';
      parts.unshift(
        `${at.tagName.toLowerCase()}${at.id === '' ? '' : `#${at.id}`}${role === null ? '' : `[${role}]`}${first === '' ? '' : `.${first}`}`,
      );
      at = at.parentElement;
    }
    return parts.join(' > ');
  };
  const short = (text: string): string => {
    const plain = text.replace(/\s+/g, ' ').trim();
    return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
  };
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
  /** Only for screen readers: boxes of a pixel, cut to nothing. */
  const isUnseen = (element: Element): boolean => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const style = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      if (style.position === 'absolute' && style.overflow !== 'visible' && box.width <= 1.5) return true;
    }
    return false;
  };
  /** A rectangle without what its surroundings hide, in page coordinates; null when nothing is left. */
  const visiblePart = (rect: DOMRect, of: Element, within: Element | null) => {
    let { left, top, right, bottom } = rect;
    const own = getComputedStyle(of);
    let fixed = own.position === 'fixed';
    for (let at = within; at !== null && at !== document.body && !fixed; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
        const box = at.getBoundingClientRect();
        left = Math.max(left, box.left);
        top = Math.max(top, box.top);
        right = Math.min(right, box.right);
        bottom = Math.min(bottom, box.bottom);
      }
      fixed = style.position === 'fixed';
    }
    if (right - left < 1 || bottom - top < 1) return null;
    return { x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top };
  };
  /** Floats above the page, such as its head while the page is scrolled: what is below it is meant to be. */
  const layerOf = (element: Element): Element | null => {
    for (let at: Element | null = element; at !== null && at !== root; at = at.parentElement) {
      const { position } = getComputedStyle(at);
      if (position === 'sticky' || position === 'fixed') return at;
    }
    return null;
  };

  const texts: TextFact[] = [];
  const clipped: ClippedFact[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.closest('script, style, noscript, [data-shots-ignore]') !== null) continue;
    const style = getComputedStyle(element);
    const own = [...element.childNodes].filter(
      (node): node is Text => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
    const typed =
      element instanceof HTMLInputElement && !['checkbox', 'radio', 'file', 'range'].includes(element.type);
    if ((own.length > 0 || typed) && isShown(element) && !isUnseen(element)) {
      const boxes: TextFact['boxes'] = [];
      // The box around words that are turned says nothing of where they are.
      const isTurned =
        element instanceof SVGGraphicsElement && Math.abs(element.getScreenCTM()?.b ?? 0) > 0.01;
      if (layerOf(element) === null && !isTurned) {
        for (const node of own) {
          const range = document.createRange();
          range.selectNodeContents(node);
          for (const rect of range.getClientRects()) {
            const box = visiblePart(rect, element, element);
            if (box !== null) boxes.push(box);
          }
        }
      }
      texts.push({
        where: describe(element),
        text: short(own.map((node) => node.textContent ?? '').join(' ')),
        fontPx: Number.parseFloat(style.fontSize),
        boxes,
      });
    }
    // A number is not read with an ellipsis in it.
    if (element instanceof HTMLInputElement && element.type === 'number' && isShown(element)) {
      clipped.push({
        where: describe(element),
        text: element.value,
        content: { width: element.scrollWidth, height: 0 },
        room: { width: element.clientWidth, height: 0 },
        ellipsis: false,
      });
    }
    const hides = ['hidden', 'clip'];
    const hidesX = hides.includes(style.overflowX);
    const hidesY = hides.includes(style.overflowY);
    if ((hidesX || hidesY) && element.clientWidth > 1 && isShown(element) && !isUnseen(element)) {
      const words = short(element.textContent ?? '');
      const isPicture = element.closest('svg, [role=img], [aria-hidden=true]') !== null;
      if (words !== '' && !isPicture) {
        clipped.push({
          where: describe(element),
          text: words,
          content: {
            width: hidesX ? element.scrollWidth : 0,
            height: hidesY ? element.scrollHeight : 0,
          },
          room: { width: element.clientWidth, height: element.clientHeight },
          ellipsis:
            style.textOverflow === 'ellipsis' ||
            !['none', ''].includes(style.getPropertyValue('-webkit-line-clamp')),
        });
      }
    }
  }

  const targets: TargetFact[] = [];
  const pressable =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=tab], [role=menuitem], [role=menuitemradio], [role=option], [role=checkbox], [role=switch], [role=radio]';
  for (const element of root.querySelectorAll<HTMLElement>(pressable)) {
    if (element.matches(':disabled, [aria-disabled=true]') || !isShown(element) || isUnseen(element))
      continue;
    if (getComputedStyle(element).pointerEvents === 'none' || layerOf(element) !== layerOf(root)) {
      if (layerOf(element) === null) continue;
    }
    // A label presses its box or button too.
    const label = element instanceof HTMLInputElement ? (element.labels?.[0] ?? null) : null;
    const rects = [element, ...(label !== null && isShown(label) ? [label] : [])].map((each) =>
      each.getBoundingClientRect(),
    );
    const left = Math.min(...rects.map((each) => each.left));
    const top = Math.min(...rects.map((each) => each.top));
    const right = Math.max(...rects.map((each) => each.right));
    const bottom = Math.max(...rects.map((each) => each.bottom));
    const box = visiblePart(
      new DOMRect(left, top, right - left, bottom - top),
      element,
      element.parentElement,
    );
    if (box === null) continue;
    const block = element.parentElement;
    const inText =
      element.tagName === 'A' &&
      getComputedStyle(element).display.startsWith('inline') &&
      block !== null &&
      [...block.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim().length > 1,
      );
    targets.push({
      where: describe(element),
      name: short(element.getAttribute('aria-label') ?? element.textContent ?? ''),
      // What a scroll cut to less than it is can be scrolled to.
      box: { ...box, width: right - left, height: bottom - top },
      inText,
    });
  }
  return { scrollWidth: page.scrollWidth, clientWidth: page.clientWidth, texts, targets, clipped };
}
