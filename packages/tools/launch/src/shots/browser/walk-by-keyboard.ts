import type { Page } from '@playwright/test';
import { type Control, type FocusStep, judgeFocus } from '../judge/judge-focus.ts';
import type { Problem } from '../judge/page-facts.ts';

type Found = Control[];

/** Lists what Tab should reach and keeps how it looks unfocused. Runs in the browser. */
function listControls(): Found {
  const groups: Element[] = [];
  const shown = (element: Element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0;
  };
  const elements = [
    ...document.body.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"]):not([data-nextjs-scroll-focus-boundary])',
    ),
  ].filter(
    (element) =>
      !element.matches(':disabled') &&
      shown(element) &&
      element.closest('[inert], [aria-hidden=true]') === null,
  );
  const look = (element: Element) => {
    const looks: string[] = [];
    // A field may draw its ring around itself, and a hidden control beside itself.
    const near = [
      element,
      element.parentElement,
      element.parentElement?.parentElement,
      element.nextElementSibling,
    ];
    for (const each of near) {
      if (!each) continue;
      const style = getComputedStyle(each);
      looks.push(
        `${style.outlineStyle} ${style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor}`} ${style.boxShadow}`,
      );
    }
    return looks.join('|');
  };
  const before = elements.map(look);
  Object.assign(window, { shotsFocus: { elements, before, look } });
  return elements.map((element) => {
    const composite =
      element instanceof HTMLInputElement && element.type === 'radio'
        ? (element.closest('fieldset, [role=radiogroup], form') ?? document.body)
        : element.closest(
            // A number and the buttons that step it: its arrow keys do the same.
            'span:has(> span > input[type=number]), [role=tablist], [role=radiogroup], [role=toolbar], [role=menu], [role=listbox], [role=grid]',
          );
    if (composite !== null && !groups.includes(composite)) groups.push(composite);
    const parent = element.parentElement;
    return {
      where: `${parent?.tagName.toLowerCase() ?? ''}.${(parent?.className ?? '').toString().split(' ').slice(0, 3).join('.')} > ${element.tagName.toLowerCase()}`,
      name: (
        element.getAttribute('aria-label') ??
        (element.textContent?.trim() === '' ? null : element.textContent) ??
        element.getAttribute('placeholder') ??
        element.getAttribute('name') ??
        element.getAttribute('type') ??
        ''
      )
        .trim()
        .slice(0, 60),
      group: composite === null ? null : groups.indexOf(composite),
    };
  });
}

/** Where the focus is and whether it differs from how the control looked. Runs in the browser. */
function lookAtFocus(): FocusStep | null {
  const focus = document.activeElement;
  if (focus === null || focus === document.body || focus === document.documentElement) return null;
  const { elements, before, look } = (
    window as Window & {
      shotsFocus?: { elements: Element[]; before: string[]; look: (e: Element) => string };
    }
  ).shotsFocus ?? { elements: [], before: [], look: () => '' };
  const control = elements.indexOf(focus);
  const style = getComputedStyle(focus);
  const ringed = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
  // The last stop in a date field is the browser's own button, with the browser's own ring on it.
  const inPicker =
    focus.matches('input[type=date], input[type=datetime-local]') && !focus.matches(':focus-visible');
  const where = `${focus.tagName.toLowerCase()}.${(focus.getAttribute('class') ?? '').split(' ').slice(0, 4).join('.')} "${(focus.getAttribute('aria-label') ?? focus.textContent ?? '').trim().slice(0, 40)}"`;
  return {
    control: control === -1 ? null : control,
    where,
    visible: ringed || inPicker || (control !== -1 && look(focus) !== before[control]),
  };
}

/** Whether each control that was listed is still in the page. Runs in the browser. */
function areListedInPlace(): boolean {
  const { elements } = (window as Window & { shotsFocus?: { elements: Element[] } }).shotsFocus ?? {
    elements: [],
  };
  return elements.every((each) => each.isConnected);
}

/** Walks begun again at most, where the page was drawn anew under them. */
const MOST_WALKS = 4;

/** Presses Tab from the top until the page has been left, and judges what was reached and seen. */
export async function walkByKeyboard(page: Page): Promise<Problem[]> {
  for (let walk = 1; ; walk += 1) {
    const problems = await walkOnce(page);
    // A figure that arrives late replaces controls that were listed: they could not be reached, their successors can.
    if (problems.length === 0 || walk === MOST_WALKS || (await page.evaluate(areListedInPlace))) {
      return problems;
    }
  }
}

async function walkOnce(page: Page): Promise<Problem[]> {
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    // A page may have focused something itself, and Tab goes on from where the focus was last.
    const top = document.createElement('span');
    top.tabIndex = -1;
    document.body.prepend(top);
    top.focus();
    top.remove();
  });
  const controls = await page.evaluate(listControls);
  const steps: FocusStep[] = [];
  // Scrolling regions are stops too, and a grid draws more rows as one goes.
  for (let presses = 0; presses < controls.length * 2 + 20; presses += 1) {
    await page.keyboard.press('Tab');
    const step = await page.evaluate(lookAtFocus);
    if (step === null) {
      if (steps.length > 0) break;
      continue;
    }
    if (steps.length > 0 && step.control !== null && step.control === steps[0]?.control) break;
    steps.push(step);
  }
  return judgeFocus(controls, steps);
}
