import type { ToolId } from '../tools/tools.ts';
import { changeCommands, removeSelected } from './change-commands.ts';
import type { Command, CommandContext } from './command.ts';
import { cursorCommands } from './cursor-commands.ts';
import { frameCommands } from './frame-commands.ts';
import { jointCommands } from './joint-commands.ts';
import { remarkCommands } from './remark-commands.ts';
import { shapeCommands } from './shape-commands.ts';
import { verifyCommands } from './verify-commands.ts';
import { viewCommands } from './view-commands.ts';

const toolCommand = (key: string, id: ToolId): Command => ({
  keys: [key],
  duringGesture: true,
  run: ({ useTool }) => {
    useTool(id);
    return true;
  },
});

/** All that can be done by a key, with the keys with which it comes. */
const commands = {
  /** In the middle of a gesture that is what is undone, of a way its last point. */
  undo: {
    keys: ['Mod+z'],
    duringGesture: true,
    run: ({ core, tools }) =>
      tools.isResting() ? core.history.undo() : tools.key('back') || tools.key('cancel'),
  },
  redo: {
    keys: ['Mod+Shift+z', 'Mod+y'],
    duringGesture: true,
    run: ({ core, tools }) => (tools.isResting() ? core.history.redo() : tools.key('forth')),
  },
  cancel: {
    keys: ['Esc'],
    duringGesture: true,
    run: ({ tools, keyboard }) => {
      const isCancelled = tools.key('cancel');
      keyboard.letGo();
      return isCancelled;
    },
  },
  /** Completes what is being drawn; presses where the cursor is while nothing is. */
  complete: {
    keys: ['Enter'],
    duringGesture: true,
    run: ({ tools, keyboard }) => tools.key('complete') || keyboard.place(),
  },
  /** Takes back the last point of what is being drawn; deletes what is selected where nothing is. */
  back: {
    keys: ['Backspace'],
    duringGesture: true,
    run: (context) => context.tools.key('back') || (context.tools.isResting() && removeSelected(context)),
  },
  ...changeCommands,
  ...shapeCommands,
  ...viewCommands,
  ...cursorCommands,
  ...jointCommands,
  ...verifyCommands,
  ...frameCommands,
  ...remarkCommands,
  'use-select': toolCommand('v', 'select'),
  'use-box': toolCommand('b', 'box'),
  'use-rotated-box': toolCommand('r', 'rotated-box'),
  'use-ellipse': toolCommand('e', 'ellipse'),
  'use-polygon': toolCommand('p', 'polygon'),
  'use-polyline': toolCommand('n', 'polyline'),
  'use-point': toolCommand('d', 'point'),
  'use-skeleton': toolCommand('s', 'skeleton'),
  'use-brush': toolCommand('m', 'brush'),
  'use-eraser': toolCommand('Shift+m', 'eraser'),
  'use-wand': toolCommand('w', 'wand'),
  'use-live-wire': toolCommand('Shift+w', 'live-wire'),
  'use-slice': toolCommand('c', 'slice'),
  'use-relation': toolCommand('k', 'relation'),
} satisfies Record<string, Command>;

export type EditorCommand = keyof typeof commands;

/** Commands by name, in the order in which they are listed. */
export type Commands = ReadonlyMap<string, Command>;

/** The commands that come with the editor. */
export const BUILT_IN: Commands = new Map(Object.entries<Command>(commands));

/**
 * The commands of an editor to which some were added.
 *
 * @throws Error for a name that is taken
 */
export function commandsWith(added: Readonly<Record<string, Command>>): Commands {
  const all = new Map(BUILT_IN);
  for (const [name, command] of Object.entries(added)) {
    if (all.has(name)) throw new Error(`There is a command ${name} already.`);
    all.set(name, command);
  }
  return all;
}

/** Runs a command; false when there was nothing to do, or a gesture is under way in which it waits. */
export function runCommand(context: CommandContext, command: Command): boolean {
  const { duringGesture, run } = command;
  return (duringGesture === true || context.tools.isResting()) && run(context);
}
