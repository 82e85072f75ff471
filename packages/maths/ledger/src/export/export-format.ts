/**
 * The export file `*.assay-ledger.jsonl`: UTF-8, a JSON value on each line, each line exactly its canonical form
 * (RFC 8785) and ended by a newline. First a header, then entries by rising index, then checkpoints from old to
 * new, then one seal. Hashes, salts and commitments are base64 (RFC 4648 section 4).
 */
export const EXPORT_TYPE = 'assay.ledger-export';
export const EXPORT_VERSION = 1;

/** The first line, without its type and version. */
export interface ExportHeader {
  /** Which ledger: `assay/<organisation id>`, also the name of its key. */
  readonly origin: string;
  /** The ledger's key as the exporter knows it. A verifier is given the key from elsewhere and compares. */
  readonly verifierKey: string;
  /** Entries of the ledger at the last checkpoint, to which all inclusion proofs lead. */
  readonly size: number;
  /** The last checkpoint, a signed note; the same as on the last checkpoint line. */
  readonly checkpoint: string;
  /** Whether every entry from 0 to size - 1 is in the file. When not, each stands by its own proof. */
  readonly complete: boolean;
  /** What was selected, in plain words; null when complete. */
  readonly selection: string | null;
  /** The member of each payload that says when it happened (text, RFC 3339, UTC). */
  readonly timeField: string;
  /** Display names by person id, for readers; null when left out. The names themselves are not in the ledger. */
  readonly people: Readonly<Record<string, string>> | null;
}

/** An entry to be written. */
export interface ExportEntry {
  /** Place in the ledger, from 0. */
  readonly index: number;
  /** Salted commitment (see `commit`), 32 bytes. */
  readonly commitment: Uint8Array;
  /** What the commitment commits to; null when it was destroyed. */
  readonly content: { readonly salt: Uint8Array; readonly payload: unknown } | null;
  /** Inclusion proof in the tree of the last checkpoint, hashes of 32 bytes. */
  readonly proof: readonly Uint8Array[];
}

/** A checkpoint to be written. */
export interface ExportCheckpoint {
  /** A signed note. */
  readonly note: string;
  /** Consistency proof from the checkpoint before it in the file; none for the first and after size 0. */
  readonly proof: readonly Uint8Array[];
}
