import { z } from 'zod';

/** What the workbench does on a key, in the order in which it is listed. */
export const workbenchCommand = z.enum([
  'accept',
  'nextQuestion',
  'previousQuestion',
  'plausible',
  'implausible',
  'unsure',
  'artefact',
  'flag',
  'nextCell',
  'previousCell',
  'comment',
  'submit',
  'submitTyping',
  'skip',
  'undo',
  'about',
  'guideline',
  'pause',
  'keys',
]);
export type WorkbenchCommand = z.infer<typeof workbenchCommand>;

/**
 * One press as it is written: modifiers in the order Mod, Shift, then what the key types without them ("s", "ф", "?",
 * "2") or its name ("Enter", "Up", "F8"). Control and Command are both "Mod".
 */
const stroke = z.string().regex(/^(Mod\+)?(Shift\+)?(\S|[A-Z][A-Za-z0-9]{0,19})$/u);

/**
 * The keys that a person chose for commands, `assay.workbench-keys` version 1: only those that are not as they come.
 * Null leaves a command without a key.
 */
export const workbenchKeys = z
  .object({
    type: z.literal('assay.workbench-keys'),
    version: z.literal(1),
    keys: z.partialRecord(workbenchCommand, stroke.nullable()),
  })
  .strict();
export type WorkbenchKeys = z.infer<typeof workbenchKeys>;

export const NO_OWN_KEYS: WorkbenchKeys = { type: 'assay.workbench-keys', version: 1, keys: {} };
