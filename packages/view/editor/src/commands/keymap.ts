import { defaultKeysOf, type EditorCommand, editorCommands } from './commands.ts';

/** The keys that a person chose, for commands that are not as they come; none for a command that shall have no key. */
export type OwnKeys = Readonly<Partial<Record<EditorCommand, readonly string[]>>>;

/** Which command each stroke gives: chosen keys first, then of those that commands come with what nobody chose. */
export function keymapOf(own: OwnKeys): ReadonlyMap<string, EditorCommand> {
  const map = new Map<string, EditorCommand>();
  const give = (command: EditorCommand, keys: readonly string[]) => {
    for (const key of keys) if (!map.has(key)) map.set(key, command);
  };
  for (const command of editorCommands) give(command, own[command] ?? []);
  for (const command of editorCommands) if (own[command] === undefined) give(command, defaultKeysOf(command));
  return map;
}

/** The keys that a command has. */
export function keysOf(own: OwnKeys, command: EditorCommand): string[] {
  return [...keymapOf(own)].filter(([, other]) => other === command).map(([key]) => key);
}

/**
 * The keys after a command was given one more, which is taken from whichever command had it. What is as it comes is not
 * kept.
 */
export function assignKey(own: OwnKeys, command: EditorCommand, key: string): OwnKeys {
  const loser = keymapOf(own).get(key);
  if (loser === command) return own;
  const next: Partial<Record<EditorCommand, readonly string[]>> = {
    ...own,
    [command]: [...keysOf(own, command), key],
  };
  if (loser !== undefined) next[loser] = keysOf(own, loser).filter((each) => each !== key);
  return withoutDefaults(next);
}

/** The keys after one was taken from the command that has it. */
export function removeKey(own: OwnKeys, key: string): OwnKeys {
  const loser = keymapOf(own).get(key);
  if (loser === undefined) return own;
  return withoutDefaults({ ...own, [loser]: keysOf(own, loser).filter((each) => each !== key) });
}

const isCommand = (name: string): name is EditorCommand =>
  (editorCommands as readonly string[]).includes(name);

function withoutDefaults(own: OwnKeys): OwnKeys {
  const isOwn = ([command, keys]: [string, readonly string[]]) => {
    // One of another version of the program is kept for it.
    if (!isCommand(command)) return true;
    const defaults = defaultKeysOf(command);
    return keys.length !== defaults.length || keys.some((key) => !defaults.includes(key));
  };
  return Object.fromEntries(Object.entries(own).filter(isOwn));
}
