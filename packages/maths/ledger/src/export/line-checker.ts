import { checkHeader } from './check-header.ts';
import { checkSeal } from './check-seal.ts';
import type { CheckpointChecker } from './checkpoint-checker.ts';
import type { EntryChecker } from './entry-checker.ts';
import type { ReadLine } from './read-line.ts';
import type { Seal } from './seal-text.ts';
import type { VerifyContext } from './verify-context.ts';

/** Sends each line of an export to the check that it needs, and follows the order of the sections. */
export interface LineChecker {
  /** @param ended whether a newline ended the line */
  readonly check: (read: ReadLine, line: number, ended: boolean) => void;
  /** Names what is missing at the end. `end` is the line after the last. */
  readonly finish: (end: number) => void;
}

interface Parts {
  readonly entries: EntryChecker;
  readonly checkpoints: CheckpointChecker;
  /** Digest of all lines before this one. */
  readonly digest: () => Uint8Array;
}

type Readable = Exclude<ReadLine, { kind: 'damaged' | 'too-long' }>;

export function lineChecker(context: VerifyContext, { entries, checkpoints, digest }: Parts): LineChecker {
  const { problems } = context;
  let section: 'header' | 'entries' | 'checkpoints' | 'end' = 'header';
  let entriesEnd: number | undefined;
  let checkpointsEnd: number | undefined;
  let seal: Seal | undefined;
  let lastEnded = true;

  const unreadable = (type: string | null, reason: string, line: number): void => {
    const code = reason === TOO_LONG ? 'line-too-long' : 'line-damaged';
    const add = (name: string, place: { entry?: number; checkpoint?: number }): void =>
      problems.add(code, { line, ...place }, `Line ${line}${name} cannot be read: ${reason}.`);
    if (section === 'header') {
      section = 'entries';
      const message = `The header cannot be read: ${reason}. Without it the entries' proofs cannot be checked.`;
      problems.add('header-damaged', { line }, message);
    } else if (type === 'seal') {
      add(', the seal,', {});
    } else if (type === 'checkpoint' || section === 'checkpoints') {
      const checkpoint = checkpoints.damaged();
      add(`, checkpoint ${checkpoint},`, { checkpoint });
    } else {
      const entry = entries.damaged();
      if (entry === null) add('', {});
      else add(`, entry ${entry},`, { entry });
    }
  };

  const readable = (read: Readable, line: number): void => {
    const before = section;
    if (read.kind === 'header' || read.kind === 'unknown-version') {
      section = before === 'header' ? 'entries' : before;
      if (before !== 'header') problems.add('line-unexpected', { line }, `Line ${line} is a second header.`);
      else if (read.kind === 'header') checkHeader(context, read.header, line);
      else problems.add('version-unknown', { line }, UNKNOWN_VERSION);
      return;
    }
    if (before === 'header') {
      section = 'entries';
      problems.add('header-missing', { line }, 'The file does not begin with the header of a ledger export.');
    }
    if (read.kind === 'entry') {
      if (before === 'checkpoints') {
        const message = `Entry ${read.index} comes after the checkpoints.`;
        problems.add('entry-out-of-order', { line, entry: read.index }, message);
      }
      entries.check(read, line);
    } else if (read.kind === 'checkpoint') {
      section = 'checkpoints';
      entriesEnd ??= line;
      checkpoints.check(read, line);
    } else {
      section = 'end';
      checkpointsEnd = line;
      seal = checkSeal(context, read.note, digest(), line);
    }
  };

  return {
    check: (read, line, ended) => {
      lastEnded = ended;
      if (section === 'end') {
        problems.add('after-seal', { line }, `Line ${line} comes after the seal.`);
      } else if (read.kind === 'too-long') {
        unreadable(null, TOO_LONG, line);
      } else if (read.kind === 'damaged') {
        // The rest of a line that was cut off is no damage of its own: the end names it.
        if (ended) unreadable(read.type, read.reason, line);
      } else {
        if (read.kind !== 'unknown-version' && !read.canonical) {
          const place = read.kind === 'entry' ? { line, entry: read.index } : { line };
          const message = `Line ${line} was rewritten: it is not exactly as an export is written.`;
          problems.add('line-not-canonical', place, message);
        }
        readable(read, line);
      }
    },
    finish: (end) => {
      if (end === 1) problems.add('header-missing', { line: 1 }, 'The file is empty.');
      if (section !== 'end') {
        problems.add('ends-early', { line: end }, 'The file ends early: it has no seal at its end.');
      } else if (!lastEnded) {
        problems.add('ends-early', { line: end }, 'The file ends early: its last newline is missing.');
      }
      const last = checkpointsEnd ?? end;
      entries.finish(seal?.entries, entriesEnd ?? last);
      checkpoints.finish(seal?.checkpoints, last);
    },
  };
}

const TOO_LONG = 'it is too long';
const UNKNOWN_VERSION = 'The file is of a version that this program does not know: use a newer one.';
