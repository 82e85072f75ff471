import { encodeBase64 } from '../encode-base64.ts';
import { parseVerifierKey } from '../note/verifier-key.ts';
import {
  sha256 as portable,
  type RunningSha256,
  type Sha256,
  startSha256 as startPortable,
} from '../sha256.ts';
import { checkpointChecker } from './checkpoint-checker.ts';
import { entryChecker } from './entry-checker.ts';
import { fileDigest } from './file-digest.ts';
import { lineChecker } from './line-checker.ts';
import { problemList } from './problem-list.ts';
import { readLine } from './read-line.ts';
import { splitLines } from './split-lines.ts';
import type { VerificationReport } from './verification-report.ts';
import type { VerifyContext } from './verify-context.ts';

/** How far the verification is. */
export interface VerifyProgress {
  readonly bytes: number;
  readonly lines: number;
  readonly problems: number;
}

/** What to verify with; only the key is needed. */
export interface VerifyOptions {
  /** The ledger's key, `name+keyid+base64`, from a source other than the file. */
  readonly verifierKey: string;
  /** At most so many problems are listed, all are counted. Default 1000. */
  readonly maxProblems?: number;
  /** A longer line is a problem and is not read. Default 16 MiB. */
  readonly maxLineBytes?: number;
  /** Called after each chunk. */
  readonly onProgress?: (progress: VerifyProgress) => void;
  readonly sha256?: Sha256;
  readonly startSha256?: () => RunningSha256;
}

/**
 * Verifies an export file against a key, without a server: every line is exactly what was written, every
 * payload matches its commitment, every entry is under the root that the key signed, no entry is missing, the
 * ledger only grew from checkpoint to checkpoint, and the seal covers every byte. Goes on after a problem, so
 * that all are located. Memory does not grow with the file.
 *
 * @param chunks the file's bytes (or its text), in pieces of any size
 * @throws NoteError when `verifierKey` is not a verifier key; nothing that the file holds makes it throw
 */
export async function verifyExport(
  chunks: AsyncIterable<Uint8Array | string>,
  options: VerifyOptions,
): Promise<VerificationReport> {
  const { maxLineBytes = 16 * 1024 * 1024, maxProblems = 1000, startSha256 = startPortable } = options;
  const context: VerifyContext = {
    key: parseVerifierKey(options.verifierKey),
    sha256: options.sha256 ?? portable,
    problems: problemList(maxProblems),
    header: undefined,
    root: undefined,
  };
  const entries = entryChecker(context);
  const checkpoints = checkpointChecker(context);
  const digest = fileDigest(startSha256(), maxLineBytes);
  const checker = lineChecker(context, { entries, checkpoints, digest: digest.seal });
  let bytes = 0;
  let lines = 0;
  async function* watched() {
    for await (const chunk of chunks) {
      yield chunk;
      options.onProgress?.({ bytes, lines, problems: context.problems.count() });
    }
  }
  const onBytes = (piece: Uint8Array): void => {
    bytes += piece.length;
    digest.bytes(piece);
  };
  for await (const raw of splitLines(watched(), { maxLineBytes, onBytes })) {
    lines += 1;
    checker.check(raw.tooLong ? { kind: 'too-long' } : readLine(raw.bytes), lines, raw.ended);
    digest.lineEnds();
  }
  checker.finish(lines + 1);
  const newest = checkpoints.newest();
  return {
    type: 'assay.ledger-verification',
    version: 1,
    verified: context.problems.count() === 0,
    verifierKey: context.key.text,
    origin: context.header?.origin ?? null,
    complete: context.header?.complete ?? null,
    selection: context.header?.selection ?? null,
    checkpoint: newest === undefined ? null : { size: newest.size, root: encodeBase64(newest.root) },
    checked: { lines, bytes, ...entries.counts(), ...checkpoints.counts() },
    problems: context.problems.sorted(),
    problemCount: context.problems.count(),
  };
}
