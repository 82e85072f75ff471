import type { Act, Place } from '@assay/editor/testing';
import type { CDPSession, Page } from '@playwright/test';

export type PointerKind = 'mouse' | 'touch' | 'pen';

/** Does what behaviours say, with the events that a browser makes of a real mouse, finger, pen and keyboard. */
export type Hand = { readonly act: (acts: readonly Act[], kind: PointerKind) => Promise<void> };

type Modifiers = { readonly shift?: true; readonly alt?: true };
type Pointer = {
  readonly down: (at: Place, modifiers: Modifiers) => Promise<unknown>;
  readonly move: (at: Place, modifiers: Modifiers) => Promise<unknown>;
  readonly up: (at: Place, modifiers: Modifiers) => Promise<unknown>;
};

/** As the protocol of the browser counts them. */
const bitsOf = ({ shift, alt }: Modifiers): number => (alt ? 1 : 0) + (shift ? 8 : 0);

const mouseOrPen = (cdp: CDPSession, pointerType: 'mouse' | 'pen'): Pointer => {
  const send =
    (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', buttons: number) =>
    ([x, y]: Place, modifiers: Modifiers) =>
      cdp.send('Input.dispatchMouseEvent', {
        type,
        x,
        y,
        buttons,
        pointerType,
        modifiers: bitsOf(modifiers),
        button: type === 'mouseMoved' && buttons === 0 ? 'none' : 'left',
        clickCount: type === 'mouseMoved' ? 0 : 1,
      });
  return { down: send('mousePressed', 1), move: send('mouseMoved', 1), up: send('mouseReleased', 0) };
};

const finger = (cdp: CDPSession): Pointer => {
  const send = (type: 'touchStart' | 'touchMove') => (at: Place, modifiers: Modifiers) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: [{ x: at[0], y: at[1], id: 0 }],
      modifiers: bitsOf(modifiers),
    });
  const up = (_: Place, modifiers: Modifiers) =>
    cdp.send('Input.dispatchTouchEvent', {
      type: 'touchEnd',
      touchPoints: [],
      modifiers: bitsOf(modifiers),
    });
  return { down: send('touchStart'), move: send('touchMove'), up };
};

const NAMES: Readonly<Record<string, string>> = {
  Mod: 'Control',
  Esc: 'Escape',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
};

/** A stroke of the keymap as the browser's driver writes it. */
const keyOf = (stroke: string): string =>
  stroke.replaceAll(/(?<![A-Za-z])[A-Z][a-z]+(?![A-Za-z])/g, (name) => NAMES[name] ?? name);

export async function createHand(page: Page): Promise<Hand> {
  const cdp = await page.context().newCDPSession(page);
  const pointers: Readonly<Record<PointerKind, Pointer>> = {
    mouse: mouseOrPen(cdp, 'mouse'),
    pen: mouseOrPen(cdp, 'pen'),
    touch: finger(cdp),
  };

  const doOne = async (act: Act, pointer: Pointer): Promise<void> => {
    if (act.do === 'press') {
      await page.keyboard.press(keyOf(act.stroke));
      return;
    }
    const held = act.do === 'click' ? (act.held ?? {}) : {};
    const [from, to] = act.do === 'click' ? [act.at, act.at] : [act.from, act.to];
    await pointer.down(from, held);
    if (act.do === 'drag') {
      await pointer.move([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], held);
      await pointer.move(to, held);
    }
    await pointer.up(to, held);
  };

  return {
    act: async (acts, kind) => {
      for (const act of acts) await doOne(act, pointers[kind]);
    },
  };
}
