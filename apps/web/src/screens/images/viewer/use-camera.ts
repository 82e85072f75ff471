import { type Camera, fitCamera, panCamera, type Size, zoomCamera } from '@assay/editor';
import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';

/** Pixels of the screen for one press of an arrow key. */
const STEP = 60;
const ZOOM_STEP = 1.25;
const PADDING = 8;

type Point = { x: number; y: number };

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

type Moved = readonly [Camera | null, (to: Camera | null) => void];

/**
 * A camera that is moved by pointer, wheel, pinch and keys. Until somebody moves it, it fits the picture.
 *
 * @param shared where it was moved to, of several that are moved together
 */
export function useCamera(size: Size, shared?: Moved) {
  const frame = useRef<HTMLDivElement>(null);
  const [screen, setScreen] = useState<Size>({ width: 0, height: 0 });
  const own = useState<Camera | null>(null);
  const [moved, setMoved] = shared ?? own;
  const pointers = useRef(new Map<number, Point>());
  const whole = { minX: 0, minY: 0, maxX: size.width, maxY: size.height };
  const camera = moved ?? fitCamera(whole, screen, PADDING) ?? { x: 0, y: 0, zoom: 1 };
  const latest = useRef(camera);
  latest.current = camera;
  const change = useCallback((to: (camera: Camera) => Camera) => setMoved(to(latest.current)), [setMoved]);
  const middle = { x: screen.width / 2, y: screen.height / 2 };

  useEffect(() => {
    const node = frame.current;
    if (node === null) return;
    const observer = new ResizeObserver(() =>
      setScreen({ width: node.clientWidth, height: node.clientHeight }),
    );
    observer.observe(node);
    // React listens to wheels passively, and then the page would scroll too.
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const bounds = node.getBoundingClientRect();
      const at = { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      change((now) => zoomCamera(now, now.zoom * 2 ** ((-event.deltaY * lines) / 300), at));
    };
    node.addEventListener('wheel', wheel, { passive: false });
    return () => {
      observer.disconnect();
      node.removeEventListener('wheel', wheel);
    };
  }, [change]);

  const placeOf = (event: PointerEvent): Point => {
    const bounds = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  };
  const release = (event: PointerEvent) => pointers.current.delete(event.pointerId);
  const zoomBy = (factor: number) => change((now) => zoomCamera(now, now.zoom * factor, middle));
  const fit = () => setMoved(null);
  const actual = () => change((now) => zoomCamera(now, 1, middle));
  const push = (x: number, y: number) => change((now) => panCamera(now, { x, y }));
  const keys: Record<string, () => void> = {
    '+': () => zoomBy(ZOOM_STEP),
    '=': () => zoomBy(ZOOM_STEP),
    '-': () => zoomBy(1 / ZOOM_STEP),
    '0': fit,
    '1': actual,
    ArrowLeft: () => push(STEP, 0),
    ArrowRight: () => push(-STEP, 0),
    ArrowUp: () => push(0, STEP),
    ArrowDown: () => push(0, -STEP),
  };
  return {
    frame,
    screen,
    camera,
    zoomIn: () => zoomBy(ZOOM_STEP),
    zoomOut: () => zoomBy(1 / ZOOM_STEP),
    fit,
    actual,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.pointerType === 'mouse' && event.button !== 0 && event.button !== 1) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        pointers.current.set(event.pointerId, placeOf(event));
      },
      onPointerMove: (event: PointerEvent) => {
        const before = pointers.current.get(event.pointerId);
        if (before === undefined) return;
        const now = placeOf(event);
        const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
        pointers.current.set(event.pointerId, now);
        if (other === undefined) {
          push(now.x - before.x, now.y - before.y);
          return;
        }
        const [from, to] = [between(before, other), between(now, other)];
        const ratio = apart(now, other) / Math.max(1, apart(before, other));
        change((camera) =>
          zoomCamera(panCamera(camera, { x: to.x - from.x, y: to.y - from.y }), camera.zoom * ratio, to),
        );
      },
      onPointerUp: release,
      onPointerCancel: release,
      onLostPointerCapture: release,
      onKeyDown: (event: KeyboardEvent) => {
        const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
        if (act === undefined) return;
        event.preventDefault();
        act();
      },
    },
  };
}
