import { UPLOAD_MAX_BYTES } from '@assay/contracts';

/** Why a file is refused before it is sent. The server decides again on the content. */
export type FileProblem =
  | 'empty'
  | 'too-large'
  | 'spreadsheet'
  | 'archive'
  | 'unknown-format'
  | 'other-format'
  | 'not-parquet';

export const ACCEPTED = '.csv,.tsv,.tab,.txt,.jsonl,.ndjson,.parquet';

const TABLES = new Set(['csv', 'tsv', 'tab', 'txt', 'jsonl', 'ndjson', 'parquet']);
const SPREADSHEETS = new Set(['xls', 'xlsx', 'xlsm', 'ods', 'numbers']);
const ARCHIVES = new Set(['zip', 'gz', 'bz2', 'xz', '7z', 'rar', 'tar', 'tgz', 'zst']);

function extensionOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at < 0 ? '' : name.slice(at + 1).toLowerCase();
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, place) => bytes[place] === byte);
}

/** Endings of names, as an input of files takes them. */
const endingsOf = (accept: string): ReadonlySet<string> =>
  new Set(accept.split(',').map((each) => each.trim().replace(/^\./, '').toLowerCase()));

/**
 * What can be said about a file from its name, its size and its first and last four bytes. A zip or gzip that is
 * called .csv is told by its first bytes; a Parquet file begins and ends with "PAR1".
 *
 * @param accept the endings that are taken: tables, unless it says otherwise
 */
export function checkFile(
  file: { name: string; size: number; head: Uint8Array; tail: Uint8Array },
  accept: string = ACCEPTED,
): FileProblem | null {
  if (file.size === 0) return 'empty';
  const extension = extensionOf(file.name);
  const endings = endingsOf(accept);
  if (endings.has(extension) && !TABLES.has(extension)) {
    return file.size > UPLOAD_MAX_BYTES ? 'too-large' : null;
  }
  if (SPREADSHEETS.has(extension)) return 'spreadsheet';
  const zipped = beginsWith(file.head, [0x50, 0x4b, 0x03, 0x04]) || beginsWith(file.head, [0x1f, 0x8b]);
  if (ARCHIVES.has(extension) || zipped) return 'archive';
  if (!TABLES.has(extension)) return accept === ACCEPTED ? 'unknown-format' : 'other-format';
  if (!endings.has(extension)) return 'other-format';
  if (file.size > UPLOAD_MAX_BYTES) return 'too-large';
  const parquet = [0x50, 0x41, 0x52, 0x31];
  if (extension === 'parquet' && !(beginsWith(file.head, parquet) && beginsWith(file.tail, parquet))) {
    return 'not-parquet';
  }
  return null;
}

/** `checkFile` on a file that a person chose. */
export async function checkChosenFile(file: File, accept: string = ACCEPTED): Promise<FileProblem | null> {
  const read = async (from: number) => new Uint8Array(await file.slice(from, from + 4).arrayBuffer());
  const head = await read(0);
  const tail = await read(Math.max(0, file.size - 4));
  return checkFile({ name: file.name, size: file.size, head, tail }, accept);
}

/** A name for the source from the name of its file: "adult-train_v2.csv" is "Adult train v2". */
export function nameFromFile(fileName: string): string {
  const stem = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[-_.\s]+/g, ' ')
    .trim();
  return (stem.charAt(0).toUpperCase() + stem.slice(1)).slice(0, 120);
}
