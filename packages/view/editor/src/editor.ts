import type { Bounds, Point } from '@assay/geometry';
import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import type { Command, CommandContext } from './commands/command.ts';
import { type Commands, commandsWith, type EditorCommand, runCommand } from './commands/commands.ts';
import { keymapOf, type OwnKeys } from './commands/keymap.ts';
import { type CoreSettings, cameraOf, createCore, type EditorCore, setCamera } from './editor-core.ts';
import { createKeyboardCursor } from './tools/keyboard-cursor.ts';
import { createPointers, type PointerAt } from './tools/pointers.ts';
import { createToolMachine } from './tools/tool-machine.ts';
import type { ToolNode } from './tools/tool-node.ts';
import { type MakeTool, type ToolId, toolsWith } from './tools/tools.ts';
import { panCamera, type Size, visibleBounds, zoomCamera } from './view/camera.ts';

/** What an editor is made of: what is added has a name of its own. */
export type EditorSettings<C extends string = never, T extends string = never> = CoreSettings & {
  readonly commands?: Readonly<Record<C, Command>>;
  readonly tools?: Readonly<Record<T, MakeTool>>;
};

/**
 * The editor of one image's regions, with commands `C` and tools `T` that were added. It draws nothing and reads nothing:
 * it is driven by calls alone.
 */
export type Editor<C extends string = never, T extends string = never> = EditorCore & {
  /** Path of the current state of the tools: `select.translating`. */
  readonly state: ReadonlySignal<string>;
  /** Is no gesture under way, and nothing begun that is not drawn to its end? */
  readonly isResting: () => boolean;
  /** The tool that is in use. */
  readonly tool: ReadonlySignal<string>;
  /**
   * The tool that goes on with what is begun and not drawn to its end; undefined while nothing is. A path stays begun
   * when another tool is taken.
   */
  readonly underWay: ReadonlySignal<string | undefined>;
  /**
   * Changes the document from beside the image, as one step of the history. A gesture under way is taken back before:
   * the change would be part of it, unsaved until it ends, and gone with it where it is given up.
   */
  readonly change: (name: string, act: () => void) => void;
  /** All commands, with the keys with which they come. */
  readonly commands: Commands;
  /** Takes another tool; a gesture under way is cancelled. */
  readonly useTool: (id: ToolId | T) => void;
  readonly pointerDown: (at: PointerAt) => void;
  readonly pointerMove: (at: PointerAt) => void;
  readonly pointerUp: (at: PointerAt) => void;
  /** Does it need each place to which a pointer moves? Otherwise the last one before a frame is enough. */
  readonly takesEveryMove: () => boolean;
  /** After both presses of it. */
  readonly doubleClick: (at: PointerAt) => void;
  /** The system took a pointer away: the gesture that was made with it is taken back. */
  readonly pointerCancel: (id?: number) => void;
  /** Pushes what is shown by so many pixels of the screen. */
  readonly pan: (by: Point) => void;
  /** Zooms by a factor; what lies at a point of the screen (the cursor) stays there. */
  readonly zoomBy: (factor: number, at: Point) => void;
  /** Brings a point of the image into the middle of the screen. */
  readonly lookAt: (point: Point) => void;
  /** What of the image the screen shows. */
  readonly seen: () => Bounds;
  /** The part of the screen that shows the image has another size. */
  readonly resizeScreen: (size: Size) => void;
  /** Runs a command; false when there was nothing to do. */
  readonly run: (command: EditorCommand | C) => boolean;
  /**
   * Runs the command of the first of these strokes that has one, for a press that can be written in several ways; false
   * when there is none or it had nothing to do.
   */
  readonly press: (...strokes: readonly string[]) => boolean;
  /** Replaces the keys that the person chose. */
  readonly setKeys: (own: OwnKeys) => void;
};

export function createEditor<C extends string = never, T extends string = never>(
  settings: EditorSettings<C, T>,
): Editor<C, T> {
  const core = createCore(settings);
  const makers = toolsWith(settings.tools ?? {});
  const commands = commandsWith(settings.commands ?? {});
  const makeTool = (id: string): ToolNode => {
    const make = makers.get(id);
    if (make === undefined) throw new Error(`There is no tool ${id}.`);
    return make(core);
  };
  const tools = createToolMachine(makeTool('select'));
  const pointers = createPointers(core, tools);
  let screen: Size = { width: 0, height: 0 };
  const keyboard = createKeyboardCursor(core, pointers, () => screen);
  let keymap = keymapOf({}, commands);

  // What something snapped to says nothing of what comes next.
  effect(() => {
    void tools.path.value;
    core.store.remove('guide');
  });
  const useTool = (id: string) => tools.go(makeTool(id));
  const tool = computed(() => tools.path.value.split('.')[0]!);
  const underWay = computed(() => {
    // Whether something is under way changes with the path alone.
    const now = tool.value;
    void tools.path.value;
    return tools.isResting() ? begunPath(core) : now;
  });
  const context: CommandContext = { core, tools, keyboard, useTool, screen: () => screen };
  const run = (name: string | undefined): boolean => {
    const command = name === undefined ? undefined : commands.get(name);
    return command !== undefined && runCommand(context, command);
  };
  return {
    ...core,
    state: tools.path,
    isResting: tools.isResting,
    tool,
    underWay,
    change: (name, act) => {
      if (!core.history.isSettled.peek()) tools.key('interrupt');
      core.history.mark(name);
      core.store.transact(act);
    },
    commands,
    useTool,
    pointerDown: (at) => {
      keyboard.hide();
      pointers.down(at);
    },
    pointerMove: (at) => {
      keyboard.hide();
      pointers.move(at);
    },
    pointerUp: pointers.up,
    takesEveryMove: tools.takesEveryMove,
    doubleClick: pointers.doubleClick,
    pointerCancel: pointers.cancel,
    pan: (by) => setCamera(core, panCamera(cameraOf(core), by)),
    zoomBy: (factor, at) => {
      const camera = cameraOf(core);
      if (Number.isFinite(factor)) setCamera(core, zoomCamera(camera, camera.zoom * factor, at));
    },
    lookAt: (point) => {
      const { zoom } = cameraOf(core);
      const { width, height } = screen;
      setCamera(core, { x: point.x - width / 2 / zoom, y: point.y - height / 2 / zoom, zoom });
    },
    seen: () => visibleBounds(cameraOf(core), screen),
    resizeScreen: (size) => {
      screen = size;
    },
    run,
    press: (...strokes) =>
      run(strokes.map((stroke) => keymap.get(stroke)).find((each) => each !== undefined)),
    setKeys: (own) => {
      keymap = keymapOf(own, commands);
    },
  };
}

/** The tool of a path that was begun before another tool was taken. */
function begunPath({ store }: EditorCore): ToolId | undefined {
  const draft = store.signalOf('draft').value;
  if (draft?.type === 'draft') return draft.isClosed ? 'polygon' : 'polyline';
  if (store.signalOf('wire').value !== undefined) return 'live-wire';
  return store.signalOf('skeleton-draft').value === undefined ? undefined : 'skeleton';
}
