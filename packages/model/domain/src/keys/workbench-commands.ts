import type { WorkbenchCommand } from '@assay/contracts';

/**
 * The key with which each command comes; null comes without one. Letters that are here mean something on every row,
 * whatever is asked there: labels cannot have them. Labels never have what is no letter or digit.
 */
export const DEFAULT_KEYS: Readonly<Record<WorkbenchCommand, string | null>> = {
  accept: 'a',
  nextQuestion: 'Right',
  previousQuestion: 'Left',
  plausible: 'p',
  implausible: 'i',
  unsure: 'u',
  artefact: 'g',
  flag: 'f',
  nextCell: 'Down',
  previousCell: 'Up',
  comment: 'c',
  submit: 'Enter',
  submitTyping: 'Mod+Enter',
  skip: 's',
  undo: 'z',
  about: null,
  guideline: null,
  pause: null,
  keys: '?',
};

/** Commands that are meant while one types in a field, too: their keys must type nothing there. */
export const WHILE_TYPING: ReadonlySet<WorkbenchCommand> = new Set(['submitTyping']);

const COMMANDS = Object.keys(DEFAULT_KEYS) as WorkbenchCommand[];
const BY_KEY = new Map(COMMANDS.map((command) => [DEFAULT_KEYS[command], command]));

/** What a key does as the workbench comes, or null where a label may have it. */
export function commandOfKey(key: string): WorkbenchCommand | null {
  return BY_KEY.get(key) ?? null;
}
