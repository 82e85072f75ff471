import { BUILT_IN, type Commands } from './commands.ts';

/** The keys that a person chose, for commands that are not as they come; none for a command that shall have no key. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>;

const ownOf = (own: OwnKeys, command: string): readonly string[] | undefined =>
  Object.hasOwn(own, command) ? own[command] : undefined;

/** Which command each stroke gives: chosen keys first, then of those that commands come with what nobody chose. */
export function keymapOf(own: OwnKeys, commands: Commands = BUILT_IN): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  const give = (command: string, keys: readonly string[]) => {
    for (const key of keys) if (!map.has(key)) map.set(key, command);
  };
  for (const name of commands.keys()) give(name, ownOf(own, name) ?? []);
  for (const [name, { keys }] of commands) if (ownOf(own, name) === undefined) give(name, keys);
  return map;
}

/** The keys that a command has. */
export function keysOf(own: OwnKeys, command: string, commands: Commands = BUILT_IN): string[] {
  return [...keymapOf(own, commands)].filter(([, other]) => other === command).map(([key]) => key);
}

/**
 * The keys after a command was given one more, which is taken from whichever command had it. What is as it comes is not
 * kept.
 */
export function assignKey(
  own: OwnKeys,
  command: string,
  key: string,
  commands: Commands = BUILT_IN,
): OwnKeys {
  const loser = keymapOf(own, commands).get(key);
  if (loser === command) return own;
  const next: Record<string, readonly string[]> = {
    ...own,
    [command]: [...keysOf(own, command, commands), key],
  };
  if (loser !== undefined) next[loser] = keysOf(own, loser, commands).filter((each) => each !== key);
  return withoutDefaults(next, commands);
}

/** The keys after one was taken from the command that has it. */
export function removeKey(own: OwnKeys, key: string, commands: Commands = BUILT_IN): OwnKeys {
  const loser = keymapOf(own, commands).get(key);
  if (loser === undefined) return own;
  const left = keysOf(own, loser, commands).filter((each) => each !== key);
  return withoutDefaults({ ...own, [loser]: left }, commands);
}

function withoutDefaults(own: OwnKeys, commands: Commands): OwnKeys {
  const isOwn = ([name, keys]: [string, readonly string[]]) => {
    const command = commands.get(name);
    // One of another version of the program is kept for it.
    if (command === undefined) return true;
    return keys.length !== command.keys.length || keys.some((key) => !command.keys.includes(key));
  };
  return Object.fromEntries(Object.entries(own).filter(isOwn));
}
