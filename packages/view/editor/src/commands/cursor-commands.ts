import { type Point, scalePoint } from '@assay/geometry';
import { cameraOf } from '../editor-core.ts';
import type { Command, CommandContext } from './command.ts';

/** Steps of the cursor in pixels of the screen, plain and with Shift. */
export const [CURSOR_STEP, FAR_CURSOR_STEP] = [10, 80];

/** Moves the cursor by pixels of the screen. */
export function moveCursor({ core, keyboard }: CommandContext, by: Point): boolean {
  keyboard.move(scalePoint(by, 1 / cameraOf(core).zoom));
  return true;
}

/** By single pixels of the image, whichever tool is used. */
const fine = (key: string, by: Point): Command => ({
  keys: [`Mod+${key}`],
  duringGesture: true,
  run: ({ keyboard }) => {
    keyboard.move(by);
    return true;
  },
});

/** As far as an arrow moves it while a tool draws, whichever tool is used. */
const far = (key: string, direction: Point): Command => ({
  keys: [`Mod+Shift+${key}`],
  duringGesture: true,
  run: (context) => moveCursor(context, scalePoint(direction, CURSOR_STEP)),
});

export const cursorCommands = {
  'cursor-left': fine('Left', { x: -1, y: 0 }),
  'cursor-right': fine('Right', { x: 1, y: 0 }),
  'cursor-up': fine('Up', { x: 0, y: -1 }),
  'cursor-down': fine('Down', { x: 0, y: 1 }),
  'cursor-far-left': far('Left', { x: -1, y: 0 }),
  'cursor-far-right': far('Right', { x: 1, y: 0 }),
  'cursor-far-up': far('Up', { x: 0, y: -1 }),
  'cursor-far-down': far('Down', { x: 0, y: 1 }),
  /** Presses and releases where the cursor is. */
  place: { keys: ['Space'], duringGesture: true, run: ({ keyboard }) => keyboard.place() },
  /** Presses where the cursor is, and the next time releases: to drag, or to paint. */
  hold: { keys: ['Shift+Space'], duringGesture: true, run: ({ keyboard }) => keyboard.hold() },
} satisfies Record<string, Command>;
