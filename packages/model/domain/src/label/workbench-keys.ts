/**
 * Letters that mean the same on every row of the workbench, whatever is asked there: labels cannot have them. Keys
 * that are no letter or digit (Enter, Tab, arrows, with Ctrl) are not in question, because labels never have them.
 */
export const WORKBENCH_KEYS = {
  a: 'accept',
  c: 'comment',
  f: 'flag',
  g: 'artefact',
  i: 'implausible',
  p: 'plausible',
  s: 'skip',
  u: 'unsure',
  z: 'undo',
} as const;

export type WorkbenchAction = (typeof WORKBENCH_KEYS)[keyof typeof WORKBENCH_KEYS];

/** What a key always does, or null where a label may have it. */
export function workbenchAction(key: string): WorkbenchAction | null {
  return Object.hasOwn(WORKBENCH_KEYS, key) ? WORKBENCH_KEYS[key as keyof typeof WORKBENCH_KEYS] : null;
}
