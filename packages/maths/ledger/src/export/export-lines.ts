import { canonicalJson } from '../canonical-json.ts';
import { encodeBase64 } from '../encode-base64.ts';
import { parseVerifierKey } from '../note/verifier-key.ts';
import { type RunningSha256, startSha256 as startPortable } from '../sha256.ts';
import { utf8 } from '../utf8.ts';
import { formatEntryLine } from './entry-line.ts';
import {
  EXPORT_TYPE,
  EXPORT_VERSION,
  type ExportCheckpoint,
  type ExportEntry,
  type ExportHeader,
} from './export-format.ts';
import { formatSealText } from './seal-text.ts';

/** What is written, and how it is sealed. */
export interface ExportInput {
  readonly header: ExportHeader;
  /** By rising index; all of them when the header says complete. */
  readonly entries: AsyncIterable<ExportEntry> | Iterable<ExportEntry>;
  /** From old to new, at least one; the last is the header's. */
  readonly checkpoints: AsyncIterable<ExportCheckpoint> | Iterable<ExportCheckpoint>;
  /** Signs a text as a note with the ledger's key (see `signNote`). */
  readonly sign: (text: string) => string | Promise<string>;
  readonly startSha256?: () => RunningSha256;
}

/**
 * The lines of an export file, each with its newline, one at a time: memory does not grow with the ledger.
 * Payloads are written as they are, also where they no longer match their commitment: that is for the verifier
 * to find.
 *
 * @throws RangeError before the seal when entries or checkpoints are not what the header says, so that a file
 * that contradicts itself is never sealed; CanonicalJsonError for a payload that has no canonical form
 */
export async function* exportLines(input: ExportInput): AsyncGenerator<string, void, undefined> {
  const { header } = input;
  if (parseVerifierKey(header.verifierKey).name !== header.origin) {
    throw new RangeError('The name of the key is not the origin of the ledger.');
  }
  const hash = (input.startSha256 ?? startPortable)();
  const sealed = (text: string): string => {
    const line = `${text}\n`;
    hash.update(utf8(line));
    return line;
  };
  yield sealed(canonicalJson({ ...header, type: EXPORT_TYPE, version: EXPORT_VERSION }));
  let entries = 0;
  let last = -1;
  for await (const entry of input.entries) {
    requirePlace(header, entry.index, last);
    last = entry.index;
    entries += 1;
    yield sealed(entryText(entry, entries));
  }
  if (header.complete && entries !== header.size) {
    throw new RangeError(`A complete export of ${header.size} entries was given ${entries}.`);
  }
  let checkpoints = 0;
  let newest = '';
  for await (const { note, proof } of input.checkpoints) {
    checkpoints += 1;
    newest = note;
    const line = { note, number: checkpoints, proof: proof.map(encodeBase64), type: 'checkpoint' };
    yield sealed(canonicalJson(line));
  }
  if (newest !== header.checkpoint) {
    throw new RangeError("The last checkpoint given is not the header's checkpoint.");
  }
  const digest = hash.digest();
  const seal = await input.sign(formatSealText({ origin: header.origin, entries, checkpoints, digest }));
  yield `${canonicalJson({ seal, type: 'seal' })}\n`;
}

function requirePlace(header: ExportHeader, index: number, last: number): void {
  const fits = Number.isSafeInteger(index) && index < header.size;
  if (!fits || index <= last || (header.complete && index !== last + 1)) {
    throw new RangeError(`Entry ${index} was given after entry ${last} of ${header.size}.`);
  }
}

function entryText({ index, commitment, content, proof }: ExportEntry, number: number): string {
  return formatEntryLine({
    number,
    index,
    commitment: encodeBase64(commitment),
    proof: proof.map(encodeBase64),
    content:
      content === null
        ? null
        : { salt: encodeBase64(content.salt), canonicalPayload: canonicalJson(content.payload) },
  });
}
