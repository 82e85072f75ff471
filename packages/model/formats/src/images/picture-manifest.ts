import {
  type ImageMade,
  type ImageOrigin,
  imageMade,
  imageOrigin,
  MOST_IMAGE_PATH,
  MOST_MANIFEST_LINE,
  shortened,
} from '@assay/contracts';
import { createCsvCellReader } from '../version/read-csv-cells.ts';

/** Why a line says nothing of a picture. */
export type ManifestRefusal = { code: string; message: string; next: string };

/** One line of a manifest: the picture that it names, and how that was made. Lines count from 1, a head included. */
export type ManifestLine = { line: number; path: string } & (
  | { made: ImageMade; origin: ImageOrigin | null; refusal: null }
  | { made: null; origin: null; refusal: ManifestRefusal }
);

/** Names under which a field may stand, in any case. */
const NAMES = {
  file: ['file', 'file_name', 'filename', 'path', 'image'],
  prompt: ['prompt'],
  seed: ['seed'],
  generator: ['generator'],
  model: ['model'],
  licence: ['licence', 'license'],
  origin: ['origin'],
  labels: ['labels', 'label'],
} as const;
type Field = keyof typeof NAMES;

/** Text that is split at a time, so that a caller can do other things between. */
const PIECE = 256 * 1024;

/** Whether a file among pictures says how they were made, told by its name. */
export function manifestKind(path: string): 'csv' | 'jsonl' | null {
  const found = /(?:^|\/)(?:manifest|metadata)\.(csv|jsonl)$/i.exec(path);
  return found === null ? null : found[1]?.toLowerCase() === 'csv' ? 'csv' : 'jsonl';
}

const refusal = (code: string, message: string, next: string): ManifestRefusal => ({ code, message, next });
const refusedLine = (line: number, path: string, why: ManifestRefusal): ManifestLine => ({
  line,
  path: shortened(path, MOST_IMAGE_PATH),
  made: null,
  origin: null,
  refusal: why,
});

/**
 * The lines of a manifest, a part at a time. A line that cannot be read is one with its reason; the rest goes on.
 *
 * @param at where the manifest is: pictures are named from its folder
 */
export function* readPictureManifest(
  text: string,
  kind: 'csv' | 'jsonl',
  at: string,
): Generator<ManifestLine[]> {
  const folder = at.includes('/') ? at.slice(0, at.lastIndexOf('/') + 1) : '';
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  yield* kind === 'csv' ? linesOfCsv(bare.replaceAll('\r\n', '\n'), folder) : linesOfJson(bare, folder);
}

function* linesOfJson(text: string, folder: string): Generator<ManifestLine[]> {
  let part: ManifestLine[] = [];
  let size = 0;
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const until = end === -1 ? text.length : end;
    const raw = text.slice(from, until).trim();
    line += 1;
    size += until - from;
    from = until + 1;
    if (raw !== '') part.push(lineOfJson(raw, line, folder));
    if (size > PIECE) {
      yield part;
      part = [];
      size = 0;
    }
  }
  yield part;
}

function lineOfJson(raw: string, line: number, folder: string): ManifestLine {
  if (raw.length > MOST_MANIFEST_LINE) return refusedLine(line, '', TOO_LONG);
  let found: unknown;
  try {
    found = JSON.parse(raw);
  } catch {
    return refusedLine(line, '', refusal('not-json', 'The line is not JSON.', 'Write one object per line.'));
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found)) {
    return refusedLine(line, '', refusal('not-json', 'The line is no object.', 'Write one object per line.'));
  }
  const fields = new Map(Object.entries(found).map(([name, value]) => [name.trim().toLowerCase(), value]));
  return lineOf(line, folder, (field) => NAMES[field].map((name) => fields.get(name)).find(isSaid));
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null;

const TOO_LONG = refusal(
  'line-too-long',
  `It has more than ${MOST_MANIFEST_LINE} characters.`,
  'Shorten what it says.',
);

function* linesOfCsv(text: string, folder: string): Generator<ManifestLine[]> {
  const reader = createCsvCellReader();
  let head: ReadonlyMap<string, number> | null = null;
  let width = 0;
  let line = 0;
  const linesOf = (rows: readonly (string | null)[][]): ManifestLine[] =>
    rows.flatMap((row) => {
      line += 1;
      if (head === null) {
        // The first of two columns of one name is read.
        const names = row.map((cell, place) => [(cell ?? '').trim().toLowerCase(), place] as const);
        head = new Map(names.reverse());
        width = row.length;
        return [];
      }
      if (row.every((cell) => cell === null)) return [];
      const places = head;
      const cellOf = (field: Field) =>
        NAMES[field]
          .map((name) => {
            const place = places.get(name);
            return place === undefined ? undefined : row[place];
          })
          .find(isSaid);
      if (row.length > width) {
        const why = 'It has more cells than the head has names.';
        return [
          refusedLine(
            line,
            String(cellOf('file') ?? ''),
            refusal('too-many-cells', why, 'Put quotes around cells that hold commas.'),
          ),
        ];
      }
      if (row.reduce((sum, cell) => sum + (cell?.length ?? 0), 0) > MOST_MANIFEST_LINE) {
        return [refusedLine(line, '', TOO_LONG)];
      }
      return [lineOf(line, folder, cellOf)];
    });
  for (let from = 0; from < text.length; from += PIECE) {
    yield linesOf(reader.push(text.slice(from, from + PIECE)));
  }
  try {
    yield linesOf(reader.end());
  } catch {
    const why = 'A quote is opened and never closed.';
    yield [
      refusedLine(line + 1, '', refusal('open-quote', why, 'Close it, and write quotes in cells twice.')),
    ];
  }
}

function lineOf(line: number, folder: string, saidOf: (field: Field) => unknown): ManifestLine {
  const file = saidOf('file');
  if (typeof file !== 'string' || file.trim() === '') {
    return refusedLine(
      line,
      '',
      refusal(
        'no-file',
        'It names no picture.',
        `Name it in a field ${NAMES.file.map((name) => `“${name}”`).join(', ')}.`,
      ),
    );
  }
  const named = file
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '');
  const isOutside = /^(?:\/|[a-z]:)/i.test(named) || named.split('/').includes('..');
  const path = isOutside ? named : `${folder}${named}`;
  const refused = (code: string, message: string, next: string) =>
    refusedLine(line, path, refusal(code, message, next));
  // Shortened is what is too long, and what no database holds.
  if (isOutside || shortened(path, MOST_IMAGE_PATH) !== path) {
    return refused(
      'unsafe-path',
      'It names a file outside its folder, or by a path that is too long or cannot be stored.',
      'Name pictures from the folder of the manifest.',
    );
  }
  const seed = seedOf(saidOf('seed'));
  if (seed === undefined) {
    return refused(
      'bad-seed',
      'Its seed is no whole number of at most 20 digits.',
      'Write it in digits; in JSON, a seed beyond 2^53 in quotes.',
    );
  }
  const said = saidOf('origin');
  const origin = said === undefined || said === '' ? null : imageOrigin.safeParse(textOf(said).toLowerCase());
  if (origin?.success === false) {
    return refused(
      'bad-origin',
      'Its origin is none of those that there are.',
      `Write ${imageOrigin.options.join(', ')}, or nothing.`,
    );
  }
  const made = imageMade.safeParse({
    prompt: textOf(saidOf('prompt')),
    seed,
    generator: textOf(saidOf('generator')),
    model: textOf(saidOf('model')),
    licence: textOf(saidOf('licence')),
    labels: labelsOf(saidOf('labels')),
  });
  if (!made.success) {
    const field = String(made.error.issues[0]?.path[0] ?? '');
    return refused(
      'bad-field',
      `What it says under “${field}” is too long or cannot be stored.`,
      'Shorten it, and import again.',
    );
  }
  return { line, path, made: made.data, origin: origin?.data ?? null, refusal: null };
}

/** A text as it is, a number or a truth as it is written; anything else says nothing. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Null where none is said, undefined where what is said is none. */
function seedOf(value: unknown): string | null | undefined {
  if (value === undefined || value === '') return null;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  return typeof value === 'string' && /^-?\d{1,20}$/.test(value.trim()) ? value.trim() : undefined;
}

function labelsOf(value: unknown): string[] {
  const all = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[;|]/);
  return [...new Set(all.map((label) => label.trim()).filter((label) => label !== ''))];
}
