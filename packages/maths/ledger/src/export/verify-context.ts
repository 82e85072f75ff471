import type { VerifierKey } from '../note/verifier-key.ts';
import type { Sha256 } from '../sha256.ts';
import type { ExportHeader } from './export-format.ts';
import type { ProblemList } from './problem-list.ts';

/** What the checks of an export share. */
export interface VerifyContext {
  readonly key: VerifierKey;
  readonly sha256: Sha256;
  readonly problems: ProblemList;
  /** Undefined until a header was read, and for ever when it is damaged. */
  header: ExportHeader | undefined;
  /** The root that inclusion proofs must reach, and whether a signed checkpoint says so. */
  root: { readonly hash: Uint8Array; readonly signed: boolean } | undefined;
}
