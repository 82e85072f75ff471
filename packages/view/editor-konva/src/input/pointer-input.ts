import type { Editor, PointerAt } from '@assay/editor';
import { type Point, subtractPoints } from '@assay/geometry';
import { createCameraInput } from './camera-input.ts';
import { createClickSeries } from './click-series.ts';

/** What a person does with pointers and wheels on an element, given to an editor once a frame. */
export type PointerInput = {
  /** Gives what has come since the last frame; called before a frame is drawn. */
  readonly flush: () => void;
  /** Where the pointer is, from the element's upper left corner; undefined when it is elsewhere. */
  readonly at: () => Point | undefined;
  /** The element may be elsewhere on the page now. */
  readonly forgetPlace: () => void;
  /** Gives up what is under way, and hears of nothing more. */
  readonly stop: () => void;
};

export type PointerInputSettings = {
  readonly element: HTMLElement;
  readonly editor: Editor;
  /** Something waits for a frame. */
  readonly onInput: () => void;
  /** The menu was asked for, at a place of the element. */
  readonly onContextMenu: (at: Point) => void;
};

const PRIMARY_BUTTON = 0;
const MIDDLE_BUTTON = 1;

/**
 * Listens to Pointer Events of mouse, touch and pen. Moves are kept until the next frame: of those of one pointer the last
 * one, and each coalesced one for a tool that needs them all. The pointer is captured
 * while it is pressed; a capture that is lost without a release cancels. The middle button, or the primary one with the
 * space bar held, pans. A wheel zooms; with Alt it changes what the tool has a measure of: a radius, a tolerance.
 */
export function createPointerInput(settings: PointerInputSettings): PointerInput {
  const { element, editor, onInput, onContextMenu } = settings;
  const { listen, listenForSpace, placeOf, forgetPlace, stopListening } = listenTo(element);
  const camera = createCameraInput(editor);
  const series = createClickSeries();
  const isSpaceHeld = listenForSpace();
  const moves = new Map<number, PointerAt[]>();
  const pressed = new Set<number>();
  let hover: Point | undefined;
  let panning: { readonly id: number; readonly at: Point } | undefined;

  const pointerAt = (event: PointerEvent, clicks = 1): PointerAt => ({
    ...placeOf(event),
    id: event.pointerId,
    pointer: event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse',
    shift: event.shiftKey,
    alt: event.altKey,
    mod: event.ctrlKey || event.metaKey,
    clicks,
    buttons: event.buttons,
  });

  const flush = () => {
    const waiting = [...moves.values()];
    moves.clear();
    // Whatever moved it without a word (a banner, a panel beside it): it is looked for again once a frame.
    forgetPlace();
    for (const places of waiting) for (const place of places) editor.pointerMove(place);
    camera.flush();
  };

  const down = (event: PointerEvent) => {
    flush();
    forgetPlace();
    hover = placeOf(event);
    const isPan = event.button === MIDDLE_BUTTON || (event.button === PRIMARY_BUTTON && isSpaceHeld());
    if (!isPan && event.button !== PRIMARY_BUTTON) return;
    element.focus({ preventScroll: true });
    element.setPointerCapture(event.pointerId);
    if (isPan) {
      event.preventDefault();
      panning = { id: event.pointerId, at: hover };
      return;
    }
    pressed.add(event.pointerId);
    editor.pointerDown(pointerAt(event, series.press(hover, event.timeStamp)));
    onInput();
  };

  const move = (event: PointerEvent) => {
    hover = placeOf(event);
    const { pointerId } = event;
    if (panning?.id === pointerId) {
      camera.pan(subtractPoints(hover, panning.at));
      panning = { id: pointerId, at: hover };
    } else if (pressed.has(pointerId)) {
      keepMoves(event);
    } else {
      moves.set(pointerId, [pointerAt(event)]);
    }
    onInput();
  };

  /** A brush needs all the way; what else is dragged is where the pointer is before the frame. */
  const keepMoves = (event: PointerEvent) => {
    const { pointerId } = event;
    if (!editor.takesEveryMove()) return moves.set(pointerId, [pointerAt(event)]);
    // A page that is not served securely does not have it.
    const coalesced = event.getCoalescedEvents?.() ?? [];
    const places = (coalesced.length > 0 ? coalesced : [event]).map((each) => pointerAt(each));
    return moves.set(pointerId, [...(moves.get(pointerId) ?? []), ...places]);
  };

  const up = (event: PointerEvent) => {
    flush();
    if (panning?.id === event.pointerId) panning = undefined;
    if (pressed.delete(event.pointerId)) {
      editor.pointerUp(pointerAt(event, series.clicks()));
      if (series.clicks() === 2) editor.doubleClick(pointerAt(event, 2));
    }
    onInput();
  };

  const cancel = (event: PointerEvent) => {
    flush();
    if (panning?.id === event.pointerId) panning = undefined;
    if (pressed.delete(event.pointerId)) editor.pointerCancel(event.pointerId);
    onInput();
  };

  listen('pointerdown', down);
  listen('pointermove', move);
  listen('pointerup', up);
  listen('pointercancel', cancel);
  // After a release it is not pressed any more, and this changes nothing.
  listen('lostpointercapture', cancel);
  listen('pointerleave', () => {
    hover = undefined;
    onInput();
  });
  listen('wheel', (event) => {
    event.preventDefault();
    if (event.altKey) editor.run(event.deltaY < 0 ? 'brush-larger' : 'brush-smaller');
    else camera.wheel(event, placeOf(event));
    onInput();
  });
  listen('contextmenu', (event) => {
    event.preventDefault();
    // A second button in the middle of a stroke, or a finger that rests: what is being made is not left for a menu.
    if (pressed.size > 0 && !editor.state.peek().startsWith('select.pointing')) return;
    for (const id of pressed) editor.pointerCancel(id);
    pressed.clear();
    onContextMenu(placeOf(event));
  });

  return {
    flush,
    at: () => hover,
    forgetPlace,
    stop: () => {
      stopListening();
      moves.clear();
      for (const id of pressed) editor.pointerCancel(id);
      pressed.clear();
    },
  };
}

/** Listens to what happens on an element, and knows where on it. */
function listenTo(element: HTMLElement) {
  const { signal, abort } = abortable();
  /** Read once in a while, because asking for it makes the browser lay out the page. */
  let origin: DOMRect | undefined;
  const forgetPlace = () => {
    origin = undefined;
  };
  for (const type of ['scroll', 'resize'] as const) {
    addEventListener(type, forgetPlace, { capture: true, passive: true, signal });
  }
  const listen = <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ) => element.addEventListener(type, listener, { passive: false, signal });

  return {
    listen,
    forgetPlace,
    placeOf: ({ clientX, clientY }: MouseEvent): Point => {
      origin ??= element.getBoundingClientRect();
      return {
        x: clientX - origin.left - element.clientLeft,
        y: clientY - origin.top - element.clientTop,
      };
    },
    /** Returns how to ask whether the space bar is held. */
    listenForSpace: () => {
      let isHeld = false;
      listen('keydown', (event) => {
        if (event.code !== 'Space') return;
        event.preventDefault();
        isHeld = true;
      });
      listen('keyup', (event) => {
        if (event.code === 'Space') isHeld = false;
      });
      listen('blur', () => {
        isHeld = false;
      });
      return () => isHeld;
    },
    stopListening: abort,
  };
}

function abortable(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
