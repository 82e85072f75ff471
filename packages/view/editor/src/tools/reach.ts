import { distance } from '@assay/geometry';
import { cameraOf, type EditorCore } from '../editor-core.ts';
import type { PointerInput } from './tool-node.ts';

/** How far from a thing one may press to mean it, in pixels of the screen: a finger hides more than a cursor. */
const REACH = { mouse: 6, pen: 8, touch: 20 } as const;

/** How far the pointer must move before a press becomes a drag, in pixels of the screen. */
const DRAG = { mouse: 4, pen: 6, touch: 10 } as const;

/** The reach of a pointer in pixels of the image. */
export const reachOf = (core: EditorCore, { pointer }: PointerInput): number =>
  REACH[pointer] / cameraOf(core).zoom;

/** Is it a drag from where it began? */
export const isDrag = (from: PointerInput, to: PointerInput): boolean =>
  distance(from.screen, to.screen) > DRAG[from.pointer];
