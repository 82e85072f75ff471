import { addPoints, type Point } from '@assay/geometry';
import type { CursorRecord } from '../document/records.ts';
import { cameraOf, clampToImage, type EditorCore, setCamera } from '../editor-core.ts';
import { imageToScreen, panCamera, type Size, screenToImage } from '../view/camera.ts';
import type { PointerAt, Pointers } from './pointers.ts';

/** A pointer that keys move: with it every tool works without a hand on a pointing device. */
export type KeyboardCursor = {
  /** Moves it by pixels of the image; the first move brings it into the middle of what is seen. */
  readonly move: (by: Point) => void;
  /** Presses and releases where it is; false while it is nowhere. */
  readonly place: () => boolean;
  /** Presses where it is, or releases what was pressed; false while it is nowhere. */
  readonly hold: () => boolean;
  readonly isHeld: () => boolean;
  /** Lets go of what is held, as if it had not been pressed. */
  readonly letGo: () => void;
  /** Another pointer is used: it goes, unless it holds something. */
  readonly hide: () => void;
};

/** It is no pointer of the system. */
const ID = -1;
/** How near the edge of the screen it comes before the camera follows it, in pixels of the screen. */
const MARGIN = 24;

export function createKeyboardCursor(
  core: EditorCore,
  pointers: Pointers,
  screen: () => Size,
): KeyboardCursor {
  const { store } = core;

  const isHeld = () => pointers.isPressed(ID);
  const cursorOf = (): CursorRecord | undefined => {
    const record = store.get('cursor');
    return record?.type === 'cursor' ? record : undefined;
  };
  const pointerAt = ({ point }: CursorRecord): PointerAt => ({
    ...imageToScreen(cameraOf(core), point),
    id: ID,
  });

  return {
    move: (by) => {
      const now = cursorOf();
      const { width, height } = screen();
      const middle = screenToImage(cameraOf(core), { x: width / 2, y: height / 2 });
      const point = clampToImage(core, now === undefined ? middle : addPoints(now.point, by));
      const cursor: CursorRecord = { id: 'cursor', type: 'cursor', point };
      store.put(cursor);
      setCamera(core, panCamera(cameraOf(core), intoView(imageToScreen(cameraOf(core), point), screen())));
      pointers.move(pointerAt(cursor));
    },
    place: () => {
      const cursor = cursorOf();
      if (cursor === undefined || isHeld()) return false;
      pointers.down(pointerAt(cursor));
      pointers.up(pointerAt(cursor));
      return true;
    },
    hold: () => {
      const cursor = cursorOf();
      if (cursor === undefined) return false;
      if (isHeld()) pointers.up(pointerAt(cursor));
      else pointers.down(pointerAt(cursor));
      return true;
    },
    isHeld,
    letGo: () => pointers.cancel(ID),
    hide: () => {
      if (!isHeld()) store.remove('cursor');
    },
  };
}

/** By how much what is shown is pushed so that a place of the screen lies in it. */
function intoView({ x, y }: Point, { width, height }: Size): Point {
  const push = (at: number, length: number) => {
    const margin = Math.min(MARGIN, length / 2);
    return Math.min(Math.max(at, margin), length - margin) - at;
  };
  return { x: push(x, width), y: push(y, height) };
}
