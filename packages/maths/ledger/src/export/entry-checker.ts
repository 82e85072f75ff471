import { bytesEqual } from '../bytes-equal.ts';
import { commit } from '../commit.ts';
import { inclusionVerifier } from '../merkle/inclusion-verifier.ts';
import { leafHash } from '../merkle/leaf-hash.ts';
import { rootFromInclusion } from '../merkle/root-from-inclusion.ts';
import { type Placing, places } from './places.ts';
import type { ReadEntry } from './read-line.ts';
import type { VerifyContext } from './verify-context.ts';

/** Checks entries one after the other; what it holds does not grow with their number. */
export interface EntryChecker {
  readonly check: (entry: ReadEntry, line: number) => void;
  /** An entry's line that cannot be read; gives the entry that should have stood there, if that is known. */
  readonly damaged: () => number | null;
  /** Names what is missing, once all entries were read. `sealed`: how many the seal says, if it was read. */
  readonly finish: (sealed: number | undefined, line: number) => void;
  readonly counts: () => EntryCounts;
}

export interface EntryCounts {
  readonly entries: number;
  readonly destroyedEntries: number;
  readonly provenEntries: number;
  readonly firstTime: string | null;
  readonly lastTime: string | null;
}

export function entryChecker(context: VerifyContext): EntryChecker {
  const { problems, sha256 } = context;
  const order = places();
  const counts = { entries: 0, destroyedEntries: 0, provenEntries: 0 };
  const times: { first: string | null; last: string | null } = { first: null, last: null };
  let lastIndex = -1;
  let verify: ReturnType<typeof inclusionVerifier> | undefined;
  const complete = () => context.header?.complete ?? false;

  const checkPlace = (entry: ReadEntry, line: number): void => {
    const at = { line, entry: entry.index };
    const expected = order.expected();
    // In a complete export number and index say the same: when one was changed, the other still tells.
    const agreed = !complete() || entry.number === entry.index + 1;
    const fits = entry.number === expected || (complete() && entry.index + 1 === expected);
    if (!agreed) {
      const message = `Line ${line} calls itself entry ${entry.index}, but is entry number ${entry.number} of the file.`;
      problems.add('entry-out-of-order', at, message);
    }
    const placing: Placing = order.place(!agreed && fits ? expected : entry.number, line);
    if (placing === 'twice') problems.add('entry-twice', at, `Entry ${entry.index} is there twice.`);
    if (placing === 'late') problems.add('entry-out-of-order', at, `Entry ${entry.index} is out of order.`);
    if (placing === 'next' && agreed && entry.index <= lastIndex) {
      problems.add('entry-out-of-order', at, `Entry ${entry.index} comes after entry ${lastIndex}.`);
    }
    if (agreed) lastIndex = Math.max(lastIndex, entry.index);
  };

  const checkContent = (entry: ReadEntry, line: number): void => {
    const { content, index } = entry;
    if (content === null) {
      counts.destroyedEntries += 1;
      return;
    }
    if (!bytesEqual(commit(content.salt, content.canonicalPayload, sha256), entry.commitment)) {
      const message = `Entry ${index} was changed: its payload does not match its commitment.`;
      problems.add('entry-changed', { line, entry: index }, message);
    }
    const time = timeOf(content.payload, context.header?.timeField ?? '');
    if (time !== null) {
      times.first ??= time;
      times.last = time;
    }
  };

  const checkProof = (entry: ReadEntry, line: number): void => {
    const { header } = context;
    if (header === undefined) return;
    const { index, proof } = entry;
    const claim = { leafHash: leafHash(entry.commitment, sha256), index, proof };
    // Without a signed checkpoint in the header the entries must at least agree; the end compares them with it.
    if (context.root === undefined) {
      const reached = rootFromInclusion({ ...claim, size: header.size }, sha256);
      if (reached.ok) context.root = { hash: reached.root, signed: false };
    }
    verify ??= context.root && inclusionVerifier(header.size, context.root.hash, sha256);
    const checked = verify?.(claim) ?? { ok: false, reason: 'the proof does not fit its place' };
    if (!checked.ok) {
      const message = `Entry ${index} is not proven to be in the signed log: ${checked.reason}.`;
      problems.add('entry-not-proven', { line, entry: index }, message);
    } else if (context.root?.signed) counts.provenEntries += 1;
  };

  return {
    check: (entry, line) => {
      counts.entries += 1;
      checkPlace(entry, line);
      checkContent(entry, line);
      checkProof(entry, line);
    },
    damaged: () => {
      const index = complete() ? order.expected() - 1 : null;
      order.skipDamaged();
      return index;
    },
    finish: (sealed, line) => {
      const size = complete() ? context.header?.size : undefined;
      const total = size ?? sealed ?? order.expected() - 1;
      for (const gap of order.gaps(total, line)) {
        const [first, last] = complete() ? [gap.from - 1, gap.to - 2] : [gap.from, gap.to - 1];
        const what = complete() ? '' : ' of the selection (counted from 1)';
        const message =
          first === last
            ? `Entry ${first}${what} is missing.`
            : `Entries ${first} to ${last}${what} are missing.`;
        const place = complete() ? { line: gap.line, entry: first } : { line: gap.line };
        problems.add('entry-missing', place, message);
      }
      if (sealed !== undefined && size === undefined && order.expected() - 1 > sealed) {
        const message = `The seal says ${sealed} entries, the file has ${order.expected() - 1}.`;
        problems.add('seal-mismatch', { line }, message);
      }
    },
    counts: () => ({ ...counts, firstTime: times.first, lastTime: times.last }),
  };
}

function timeOf(payload: unknown, field: string): string | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const time: unknown = Object.getOwnPropertyDescriptor(payload, field)?.value;
  return typeof time === 'string' ? time : null;
}
