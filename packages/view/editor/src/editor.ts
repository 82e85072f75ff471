import type { Point } from '@assay/geometry';
import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { CommandContext } from './commands/command.ts';
import { type EditorCommand, runCommand } from './commands/commands.ts';
import { keymapOf, type OwnKeys } from './commands/keymap.ts';
import { cameraOf, createCore, type EditorCore, type EditorSettings, setCamera } from './editor-core.ts';
import { createPointers, type PointerAt } from './tools/pointers.ts';
import { createToolMachine } from './tools/tool-machine.ts';
import { TOOLS, type ToolId } from './tools/tools.ts';
import { panCamera, type Size, zoomCamera } from './view/camera.ts';

/** The editor of one image's regions. It draws nothing and reads nothing: it is driven by calls alone. */
export type Editor = EditorCore & {
  /** Path of the current state of the tools: `select.translating`. */
  readonly state: ReadonlySignal<string>;
  /** The tool that is in use. */
  readonly tool: ReadonlySignal<ToolId>;
  /** Takes another tool; a gesture under way is cancelled. */
  readonly useTool: (id: ToolId) => void;
  readonly pointerDown: (at: PointerAt) => void;
  readonly pointerMove: (at: PointerAt) => void;
  readonly pointerUp: (at: PointerAt) => void;
  /** After both presses of it. */
  readonly doubleClick: (at: PointerAt) => void;
  /** The system took a pointer away: the gesture that was made with it is taken back. */
  readonly pointerCancel: (id?: number) => void;
  /** Pushes what is shown by so many pixels of the screen. */
  readonly pan: (by: Point) => void;
  /** Zooms by a factor; what lies at a point of the screen (the cursor) stays there. */
  readonly zoomBy: (factor: number, at: Point) => void;
  /** The part of the screen that shows the image has another size. */
  readonly resizeScreen: (size: Size) => void;
  /** Runs a command; false when there was nothing to do. */
  readonly run: (command: EditorCommand) => boolean;
  /**
   * Runs the command of the first of these strokes that has one, for a press that can be written in several ways; false
   * when there is none or it had nothing to do.
   */
  readonly press: (...strokes: readonly string[]) => boolean;
  /** Replaces the keys that the person chose. */
  readonly setKeys: (own: OwnKeys) => void;
};

export function createEditor(settings: EditorSettings): Editor {
  const core = createCore(settings);
  const tools = createToolMachine(TOOLS.select(core));
  const pointers = createPointers(core, tools);
  let screen: Size = { width: 0, height: 0 };
  let keymap = keymapOf({});

  const context: CommandContext = {
    core,
    tools,
    useTool: (id) => tools.go(TOOLS[id](core)),
    screen: () => screen,
  };
  return {
    ...core,
    state: tools.path,
    tool: computed(() => tools.path.value.split('.')[0] as ToolId),
    useTool: context.useTool,
    pointerDown: pointers.down,
    pointerMove: pointers.move,
    pointerUp: pointers.up,
    doubleClick: pointers.doubleClick,
    pointerCancel: pointers.cancel,
    pan: (by) => setCamera(core, panCamera(cameraOf(core), by)),
    zoomBy: (factor, at) => {
      const camera = cameraOf(core);
      if (Number.isFinite(factor)) setCamera(core, zoomCamera(camera, camera.zoom * factor, at));
    },
    resizeScreen: (size) => {
      screen = size;
    },
    run: (command) => runCommand(context, command),
    press: (...strokes) => {
      const command = strokes.map((stroke) => keymap.get(stroke)).find((each) => each !== undefined);
      return command !== undefined && runCommand(context, command);
    },
    setKeys: (own) => {
      keymap = keymapOf(own);
    },
  };
}
