import { bytesEqual } from '../bytes-equal.ts';
import { emptyRoot } from '../merkle/empty-root.ts';
import { verifyConsistency } from '../merkle/verify-consistency.ts';
import type { Checkpoint } from '../note/checkpoint.ts';
import { verifyCheckpoint } from '../note/verify-checkpoint.ts';
import { places } from './places.ts';
import type { ReadCheckpoint } from './read-line.ts';
import type { VerifyContext } from './verify-context.ts';

/** Checks checkpoints one after the other: each is signed, and the ledger only grew from one to the next. */
export interface CheckpointChecker {
  readonly check: (line: ReadCheckpoint, at: number) => void;
  /** A checkpoint's line that cannot be read; gives the number of the checkpoint that should stand there. */
  readonly damaged: () => number;
  /** Names what is missing and compares the last one with the header. */
  readonly finish: (sealed: number | undefined, line: number) => void;
  readonly counts: () => { readonly checkpoints: number; readonly goodCheckpoints: number };
  /** The last checkpoint that is signed by the key. */
  readonly newest: () => Checkpoint | undefined;
}

export function checkpointChecker(context: VerifyContext): CheckpointChecker {
  const { key, problems, sha256 } = context;
  const order = places();
  const counts = { checkpoints: 0, goodCheckpoints: 0 };
  let newest: Checkpoint | undefined;
  /** The one directly before, when it can be trusted: only from there can a proof be checked. */
  let before: { readonly number: number; readonly checkpoint: Checkpoint } | undefined;
  let lastNote: string | undefined;

  const checkGrowth = (line: ReadCheckpoint, checkpoint: Checkpoint, at: number): boolean => {
    const place = { line: at, checkpoint: line.number };
    if (before?.number !== line.number - 1 && line.number !== 1) return false;
    const fault = growthFault(before?.checkpoint, checkpoint, line.proof, sha256);
    if (fault === undefined) return true;
    const message =
      line.number === 1
        ? `Checkpoint 1 has a proof though nothing comes before it.`
        : `Checkpoint ${line.number} does not continue checkpoint ${line.number - 1} (${fault}): two histories, or a changed proof.`;
    problems.add('checkpoint-fork', place, message);
    return false;
  };

  const check = (line: ReadCheckpoint, at: number): void => {
    const place = { line: at, checkpoint: line.number };
    counts.checkpoints += 1;
    const placing = order.place(line.number, at);
    if (placing !== 'next') {
      const how = placing === 'late' ? 'is out of order' : 'is there twice';
      problems.add('checkpoint-out-of-order', place, `Checkpoint ${line.number} ${how}.`);
    }
    lastNote = line.note;
    const opened = verifyCheckpoint(line.note, key);
    if (!opened.ok) {
      problems.add('checkpoint-not-signed', place, `Checkpoint ${line.number} ${NOT_SIGNED[opened.reason]}.`);
      before = undefined;
      return;
    }
    if (checkGrowth(line, opened.checkpoint, at)) counts.goodCheckpoints += 1;
    before = { number: line.number, checkpoint: opened.checkpoint };
    newest = opened.checkpoint;
  };

  const finish = (sealed: number | undefined, line: number): void => {
    for (const gap of order.gaps(Math.max(1, sealed ?? order.expected() - 1), line)) {
      const message =
        gap.to - gap.from === 1
          ? `Checkpoint ${gap.from} is missing.`
          : `Checkpoints ${gap.from} to ${gap.to - 1} are missing.`;
      problems.add('checkpoint-missing', { line: gap.line, checkpoint: gap.from }, message);
    }
    if (context.header !== undefined && lastNote !== undefined && lastNote !== context.header.checkpoint) {
      const message =
        "The last checkpoint is not the header's: one of them was changed, or the last is missing.";
      problems.add('header-checkpoint', { line }, message);
    }
    const { root } = context;
    if (root !== undefined && newest !== undefined && !bytesEqual(root.hash, newest.root)) {
      problems.add(
        'header-checkpoint',
        { line },
        "The entries' proofs do not lead to the last signed checkpoint.",
      );
    }
  };

  return {
    check,
    damaged: () => {
      const number = order.expected();
      order.skipDamaged();
      before = undefined;
      return number;
    },
    finish,
    counts: () => counts,
    newest: () => newest,
  };
}

const NOT_SIGNED = {
  malformed: 'is not a signed checkpoint',
  'not-signed-by-key': 'is not signed by this key',
  'bad-signature': 'was changed, or is not signed by this key: its signature is wrong',
  'other-origin': 'is of another ledger',
};

/** Why a checkpoint does not continue the one before it; undefined when it does. */
function growthFault(
  before: Checkpoint | undefined,
  after: Checkpoint,
  proof: readonly Uint8Array[],
  sha256: VerifyContext['sha256'],
): string | undefined {
  if (before === undefined || before.size === 0) {
    // Everything continues the empty ledger, whose root is fixed.
    if (proof.length > 0) return 'a proof where none belongs';
    return before === undefined || bytesEqual(before.root, emptyRoot(sha256))
      ? undefined
      : 'a false empty root';
  }
  const grown = verifyConsistency(
    { size1: before.size, root1: before.root, size2: after.size, root2: after.root, proof },
    sha256,
  );
  return grown.ok ? undefined : grown.reason;
}
