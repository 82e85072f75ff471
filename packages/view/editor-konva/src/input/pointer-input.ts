import type { Editor, PointerAt } from '@assay/editor';

/** What a person does with pointers and wheels on an element, given to an editor once a frame. */
export type PointerInput = {
  /** Gives what has come since the last frame; called before a frame is drawn. */
  readonly flush: () => void;
  /** Where the pointer is, from the element's upper left corner; undefined when it is elsewhere. */
  readonly at: () => { readonly x: number; readonly y: number } | undefined;
  readonly isPanning: () => boolean;
  readonly stop: () => void;
};

export type PointerInputSettings = {
  readonly element: HTMLElement;
  readonly editor: Editor;
  /** Something waits for a frame. */
  readonly onInput: () => void;
  /** The menu was asked for, at a place of the element. */
  readonly onContextMenu: (at: { readonly x: number; readonly y: number }) => void;
};

/** Presses of one place within this time, in milliseconds, and this way, in pixels, belong together. */
const SERIES_MS = 500;
const SERIES_WAY = 6;
/** What a line and a page of a wheel are in pixels. */
const LINE_PIXELS = 16;
const PAGE_PIXELS = 400;
/** By what exponent a pixel of the wheel zooms: a notch of 100 pixels by a fifth. */
const ZOOM_PER_PIXEL = 0.0018;

const PRIMARY_BUTTON = 0;
const MIDDLE_BUTTON = 1;

/**
 * Listens to Pointer Events of mouse, touch and pen. Moves are kept until the next frame: of those of one pointer each
 * coalesced one is given while it is pressed (a brush needs them all), else the last one alone. The pointer is captured
 * while it is pressed; a capture that is lost without a release cancels. The middle button, or the primary one with the
 * space bar held, pans.
 */
export function createPointerInput(settings: PointerInputSettings): PointerInput {
  const { element, editor, onInput, onContextMenu } = settings;
  const listeners = new AbortController();
  const moves = new Map<number, { readonly event: PointerEvent; readonly places: PointerAt[] }>();
  let wheel: { x: number; y: number; zoom: number; at: { x: number; y: number } } | undefined;
  let hover: { x: number; y: number } | undefined;
  let panning: { readonly id: number; x: number; y: number } | undefined;
  let isSpaceHeld = false;
  let series = { time: -Infinity, x: 0, y: 0, clicks: 0 };
  const captured = new Set<number>();
  /** Read once in a while, because asking for it makes the browser lay out the page. */
  let origin: DOMRect | undefined;

  const placeOf = ({ clientX, clientY }: MouseEvent) => {
    origin ??= element.getBoundingClientRect();
    return { x: clientX - origin.left - element.clientLeft, y: clientY - origin.top - element.clientTop };
  };

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

  const flushMoves = () => {
    const waiting = [...moves.values()];
    moves.clear();
    for (const { places } of waiting) for (const place of places) editor.pointerMove(place);
  };

  const flushWheel = () => {
    if (wheel === undefined) return;
    const { x, y, zoom, at } = wheel;
    wheel = undefined;
    if (x !== 0 || y !== 0) editor.pan({ x: -x, y: -y });
    if (zoom !== 0) editor.zoomBy(Math.exp(-zoom * ZOOM_PER_PIXEL), at);
  };

  const clicksOf = ({ x, y }: { x: number; y: number }, time: number): number => {
    const isNext = time - series.time <= SERIES_MS && Math.hypot(x - series.x, y - series.y) <= SERIES_WAY;
    series = { time, x, y, clicks: isNext ? series.clicks + 1 : 1 };
    return series.clicks;
  };

  const listen = <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    options: AddEventListenerOptions = {},
  ) => element.addEventListener(type, listener, { ...options, signal: listeners.signal });

  listen('pointerdown', (event) => {
    flush();
    origin = undefined;
    const place = placeOf(event);
    hover = place;
    if (event.button === MIDDLE_BUTTON || (event.button === PRIMARY_BUTTON && isSpaceHeld)) {
      event.preventDefault();
      panning = { id: event.pointerId, ...place };
      element.setPointerCapture(event.pointerId);
      return;
    }
    if (event.button !== PRIMARY_BUTTON) return;
    element.focus({ preventScroll: true });
    element.setPointerCapture(event.pointerId);
    captured.add(event.pointerId);
    editor.pointerDown(pointerAt(event, clicksOf(place, event.timeStamp)));
    onInput();
  });

  listen('pointermove', (event) => {
    const place = placeOf(event);
    hover = place;
    if (panning?.id === event.pointerId) {
      const pan = { x: place.x - panning.x, y: place.y - panning.y };
      wheel = {
        x: (wheel?.x ?? 0) - pan.x,
        y: (wheel?.y ?? 0) - pan.y,
        zoom: wheel?.zoom ?? 0,
        at: wheel?.at ?? place,
      };
      panning = { id: panning.id, ...place };
    } else if (captured.has(event.pointerId)) {
      const coalesced = event.getCoalescedEvents?.() ?? [];
      const places = (coalesced.length > 0 ? coalesced : [event]).map((each) => pointerAt(each));
      const waiting = moves.get(event.pointerId)?.places ?? [];
      moves.set(event.pointerId, { event, places: [...waiting, ...places] });
    } else {
      moves.set(event.pointerId, { event, places: [pointerAt(event)] });
    }
    onInput();
  });

  listen('pointerup', (event) => {
    flush();
    if (panning?.id === event.pointerId) panning = undefined;
    else if (captured.delete(event.pointerId)) {
      editor.pointerUp(pointerAt(event, series.clicks));
      if (series.clicks === 2) editor.doubleClick(pointerAt(event, 2));
    }
    onInput();
  });

  const cancel = (event: PointerEvent) => {
    flush();
    if (panning?.id === event.pointerId) panning = undefined;
    if (captured.delete(event.pointerId)) editor.pointerCancel(event.pointerId);
    onInput();
  };
  listen('pointercancel', cancel);
  // After a release it is no longer captured here, and this changes nothing.
  listen('lostpointercapture', cancel);

  listen('pointerleave', () => {
    hover = undefined;
    onInput();
  });

  listen(
    'wheel',
    (event) => {
      event.preventDefault();
      const unit = event.deltaMode === 1 ? LINE_PIXELS : event.deltaMode === 2 ? PAGE_PIXELS : 1;
      const [x, y] = [event.deltaX * unit, event.deltaY * unit];
      const before = wheel ?? { x: 0, y: 0, zoom: 0 };
      const at = placeOf(event);
      // A trackpad's pinch comes as a wheel with Ctrl, in far smaller steps.
      if (event.ctrlKey) wheel = { ...before, zoom: before.zoom + y * 5, at };
      else if (event.shiftKey) wheel = { ...before, x: before.x + (x === 0 ? y : x), at };
      else wheel = { ...before, x: before.x + x, zoom: before.zoom + y, at };
      onInput();
    },
    { passive: false },
  );

  listen('contextmenu', (event) => {
    event.preventDefault();
    onContextMenu(placeOf(event));
  });
  listen('keydown', (event) => {
    if (event.code !== 'Space') return;
    event.preventDefault();
    isSpaceHeld = true;
  });
  listen('keyup', (event) => {
    if (event.code === 'Space') isSpaceHeld = false;
  });
  listen('blur', () => {
    isSpaceHeld = false;
  });
  for (const type of ['scroll', 'resize'] as const) {
    addEventListener(
      type,
      () => {
        origin = undefined;
      },
      { capture: true, passive: true, signal: listeners.signal },
    );
  }

  function flush(): void {
    flushMoves();
    flushWheel();
  }

  return {
    flush,
    at: () => hover,
    isPanning: () => panning !== undefined,
    stop: () => listeners.abort(),
  };
}
