import type { EditorCore } from '../editor-core.ts';
import type { KeyboardCursor } from '../tools/keyboard-cursor.ts';
import type { ToolMachine } from '../tools/tool-machine.ts';
import type { Size } from '../view/camera.ts';

/** What commands work on. */
export type CommandContext = {
  readonly core: EditorCore;
  readonly tools: ToolMachine;
  readonly keyboard: KeyboardCursor;
  readonly useTool: (id: string) => void;
  /** Size of the part of the screen that shows the image. */
  readonly screen: () => Size;
};

export type Command = {
  /** Strokes with which it comes, as contracts write them (`Mod+z`, `Delete`). */
  readonly keys: readonly string[];
  /** May it run in the middle of a gesture? Others wait until the tool rests. */
  readonly duringGesture?: true;
  /** Does it; false when there was nothing to do, so that the key is free for something else. */
  readonly run: (context: CommandContext) => boolean;
};
