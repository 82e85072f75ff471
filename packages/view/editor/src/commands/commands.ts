import { changeCommands, removeSelected } from './change-commands.ts';
import type { Command, CommandContext } from './command.ts';
import { viewCommands } from './view-commands.ts';

const toolCommand = (key: string, id: Parameters<CommandContext['useTool']>[0]): Command => ({
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
  cancel: { keys: ['Esc'], duringGesture: true, run: ({ tools }) => tools.key('cancel') },
  complete: { keys: ['Enter'], duringGesture: true, run: ({ tools }) => tools.key('complete') },
  /** Takes back the last point of what is being drawn; deletes what is selected where nothing is. */
  back: {
    keys: ['Backspace'],
    duringGesture: true,
    run: (context) => context.tools.key('back') || (context.tools.isResting() && removeSelected(context)),
  },
  ...changeCommands,
  ...viewCommands,
  'use-select': toolCommand('v', 'select'),
  'use-box': toolCommand('b', 'box'),
  'use-rotated-box': toolCommand('r', 'rotated-box'),
  'use-ellipse': toolCommand('e', 'ellipse'),
  'use-polygon': toolCommand('p', 'polygon'),
  'use-polyline': toolCommand('n', 'polyline'),
  'use-point': toolCommand('d', 'point'),
  'use-brush': toolCommand('m', 'brush'),
  'use-eraser': toolCommand('Shift+m', 'eraser'),
  'use-relation': toolCommand('k', 'relation'),
} satisfies Record<string, Command>;

export type EditorCommand = keyof typeof commands;
const COMMANDS: Readonly<Record<EditorCommand, Command>> = commands;

/** All commands, in the order in which they are listed. */
export const editorCommands = Object.keys(commands) as readonly EditorCommand[];

/** The keys with which a command comes. */
export const defaultKeysOf = (command: EditorCommand): readonly string[] => COMMANDS[command].keys;

/** Runs a command; false when there was nothing to do, or a gesture is under way in which it waits. */
export function runCommand(context: CommandContext, command: EditorCommand): boolean {
  const { duringGesture, run } = COMMANDS[command];
  return (duringGesture === true || context.tools.isResting()) && run(context);
}
