/** What kind of problem was found in an export. */
export type ProblemCode =
  | 'wrong-key'
  | 'header-missing'
  | 'header-damaged'
  | 'header-checkpoint'
  | 'version-unknown'
  | 'line-damaged'
  | 'line-too-long'
  | 'line-not-canonical'
  | 'line-unexpected'
  | 'entry-changed'
  | 'entry-not-proven'
  | 'entry-missing'
  | 'entry-twice'
  | 'entry-out-of-order'
  | 'checkpoint-not-signed'
  | 'checkpoint-missing'
  | 'checkpoint-out-of-order'
  | 'checkpoint-fork'
  | 'seal-not-signed'
  | 'seal-mismatch'
  | 'ends-early'
  | 'after-seal';

/** One problem, located. */
export interface Problem {
  readonly code: ProblemCode;
  /** Line of the file, from 1; where something is missing, the line before which it should stand. */
  readonly line: number;
  /** Index of the entry in the ledger, or null when no single entry is meant. */
  readonly entry: number | null;
  /** Number of the checkpoint in the file, from 1, or null. */
  readonly checkpoint: number | null;
  /** A plain sentence. */
  readonly message: string;
}

/** What was checked and what was found. Also the `--json` output of `assay ledger verify`. */
export interface VerificationReport {
  readonly type: 'assay.ledger-verification';
  readonly version: 1;
  /** True only when no problem was found. */
  readonly verified: boolean;
  /** The key that was given. */
  readonly verifierKey: string;
  /** From the header; null when there is none to read. */
  readonly origin: string | null;
  readonly complete: boolean | null;
  readonly selection: string | null;
  /** Size and root (base64) of the last checkpoint that is signed by the key; null without one. */
  readonly checkpoint: { readonly size: number; readonly root: string } | null;
  readonly checked: {
    readonly lines: number;
    readonly bytes: number;
    /** Entry lines read, the destroyed among them, and those whose inclusion was proven. */
    readonly entries: number;
    readonly destroyedEntries: number;
    readonly provenEntries: number;
    /** Checkpoint lines read, and those signed by the key and consistent with the one before. */
    readonly checkpoints: number;
    readonly goodCheckpoints: number;
    /** Times of the first and the last entry that still say when they happened; null when none does. */
    readonly firstTime: string | null;
    readonly lastTime: string | null;
  };
  /** By line. At most as many as were asked for; `problemCount` counts them all. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}
