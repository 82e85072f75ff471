import { type WorkbenchCommand, type WorkbenchKeys, workbenchCommand } from '@assay/contracts';
import { type ReservedFor, reservedFor, typesText } from './strokes.ts';
import { DEFAULT_KEYS, WHILE_TYPING } from './workbench-commands.ts';

const COMMANDS = workbenchCommand.options;

export type KeysInForce = Readonly<Record<WorkbenchCommand, string | null>>;
type LabelKeys = ReadonlyMap<string, string>;
const NO_LABELS: LabelKeys = new Map();

/**
 * The key of each command, for somebody with keys of their own, under a label schema. The keys of labels come first,
 * because they stand beside the labels: a chosen key that a label has gives way to the one with which the command
 * comes. What came with a key that somebody chose for another command has none.
 */
export function keysInForce(own: WorkbenchKeys, labelKeys: LabelKeys = NO_LABELS): KeysInForce {
  const keys = Object.fromEntries(COMMANDS.map((command) => [command, null])) as Record<
    WorkbenchCommand,
    string | null
  >;
  const taken = new Set(labelKeys.keys());
  const give = (command: WorkbenchCommand, key: string | null | undefined) => {
    if (key === null || key === undefined || keys[command] !== null || taken.has(key)) return;
    keys[command] = key;
    taken.add(key);
  };
  for (const command of COMMANDS) give(command, own.keys[command]);
  for (const command of COMMANDS) {
    if (own.keys[command] !== null) give(command, DEFAULT_KEYS[command]);
  }
  return keys;
}

/** What stands against a key for a command. */
export type KeyConflict =
  | { kind: 'reserved'; why: ReservedFor }
  | { kind: 'label'; label: string }
  /** Another command has it; `canExchange` when that one could have this one's. */
  | { kind: 'command'; command: WorkbenchCommand; canExchange: boolean };

function reservedOf(command: WorkbenchCommand, stroke: string): ReservedFor | null {
  return reservedFor(stroke) ?? (WHILE_TYPING.has(command) && typesText(stroke) ? 'typing' : null);
}

/** May a command have this key? Null where nothing stands against it. */
export function judgeKey(
  own: WorkbenchKeys,
  command: WorkbenchCommand,
  stroke: string,
  labelKeys: LabelKeys = NO_LABELS,
): KeyConflict | null {
  const why = reservedOf(command, stroke);
  if (why !== null) return { kind: 'reserved', why };
  const label = labelKeys.get(stroke);
  if (label !== undefined) return { kind: 'label', label };
  const keys = keysInForce(own);
  const other = COMMANDS.find((each) => each !== command && keys[each] === stroke);
  if (other === undefined) return null;
  const mine = keys[command];
  return {
    kind: 'command',
    command: other,
    canExchange: mine === null || reservedOf(other, mine) === null,
  };
}

/**
 * The keys after a command was given one, or none. Whichever command had it gets the one that this one had before.
 * What is as it comes is not kept.
 */
export function chooseKey(
  own: WorkbenchKeys,
  command: WorkbenchCommand,
  stroke: string | null,
): WorkbenchKeys {
  const before = keysInForce(own);
  const chosen: Partial<Record<WorkbenchCommand, string | null>> = { ...own.keys, [command]: stroke };
  for (const other of COMMANDS) {
    if (other !== command && stroke !== null && before[other] === stroke) chosen[other] = before[command];
  }
  for (const each of COMMANDS) if (chosen[each] === DEFAULT_KEYS[each]) delete chosen[each];
  return { ...own, keys: chosen };
}

/** What is wrong with chosen keys, whatever is labelled: reserved ones, and one for two commands. Null where nothing is. */
export function checkOwnKeys(
  own: WorkbenchKeys,
): { command: WorkbenchCommand; conflict: KeyConflict } | null {
  for (const command of COMMANDS) {
    const stroke = own.keys[command];
    if (stroke === null || stroke === undefined) continue;
    const why = reservedOf(command, stroke);
    if (why !== null) return { command, conflict: { kind: 'reserved', why } };
    const other = COMMANDS.find((each) => each !== command && own.keys[each] === stroke);
    if (other !== undefined) {
      return { command, conflict: { kind: 'command', command: other, canExchange: false } };
    }
  }
  return null;
}

/** The first command whose key one of these strokes is; strokes in the order in which they count. */
export function commandOf(keys: KeysInForce, strokes: readonly string[]): WorkbenchCommand | null {
  for (const stroke of strokes) {
    const command = COMMANDS.find((each) => keys[each] === stroke);
    if (command !== undefined) return command;
  }
  return null;
}
