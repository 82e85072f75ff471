import { type ColumnSpec, columnEdit, columnRole } from '@assay/contracts';
import { readCsv, writeCsv } from './csv.ts';

const FIELDS = ['name', 'label', 'unit', 'meaning', 'role', 'allowed_values'] as const;
export type DictionaryField = Exclude<(typeof FIELDS)[number], 'name'>;

type Entry = Pick<ColumnSpec, 'index' | 'name' | 'label' | 'unit' | 'meaning' | 'role' | 'allowedValues'> & {
  revision: number;
};

/** Allowed values in one cell: joined by "|", in which "|" and "\" are written after a "\". */
export function joinValues(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\|]/g, '\\$&')).join('|');
}

export function splitValues(text: string): string[] {
  const values: string[] = [];
  let value = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\' && at + 1 < text.length) {
      at += 1;
      value += text.charAt(at);
    } else if (char === '|') {
      values.push(value.trim());
      value = '';
    } else value += char;
  }
  values.push(value.trim());
  return [...new Set(values.filter((each) => each !== ''))];
}

function textOf(column: Entry, field: DictionaryField): string {
  switch (field) {
    case 'label':
      return column.label;
    case 'unit':
      return column.unit ?? '';
    case 'meaning':
      return column.meaning ?? '';
    case 'role':
      return column.role;
    case 'allowed_values':
      return joinValues(column.allowedValues ?? []);
  }
}

/** The data dictionary as a CSV file that can be edited and imported again. */
export function writeDictionary(columns: readonly Entry[]): string {
  return writeCsv([
    FIELDS,
    ...columns.map((column) =>
      FIELDS.map((field) => (field === 'name' ? column.name : textOf(column, field))),
    ),
  ]);
}

export type DictionaryChange = {
  index: number;
  /** The column's, as it was compared. */
  revision: number;
  column: string;
  field: DictionaryField;
  before: string;
  after: string;
};

export type DictionaryProblem =
  | { code: 'no-name-column' }
  | { code: 'unknown-column'; line: number; column: string }
  | { code: 'repeated-column'; line: number; column: string }
  | { code: 'bad-value'; line: number; column: string; field: DictionaryField };

function isValid(field: DictionaryField, text: string): boolean {
  if (field === 'role') return columnRole.safeParse(text).success;
  if (field === 'allowed_values') return columnEdit.shape.allowedValues.safeParse(splitValues(text)).success;
  return columnEdit.shape[field].safeParse(text).success;
}

/**
 * What a dictionary file would change. Columns are found by name, without regard to case if there is no exact match;
 * an empty cell changes nothing; what cannot be used is told with its line in the file (1 is the header).
 */
export function readDictionary(
  text: string,
  columns: readonly Entry[],
): { changes: DictionaryChange[]; problems: DictionaryProblem[] } {
  const [header = [], ...rows] = readCsv(text);
  const names = header.map((name) => name.trim().toLowerCase().replaceAll(' ', '_'));
  const nameAt = names.indexOf('name');
  if (nameAt < 0) return { changes: [], problems: [{ code: 'no-name-column' }] };
  const exact = new Map(columns.map((column) => [column.name, column]));
  const loose = new Map(columns.map((column) => [column.name.toLowerCase(), column]));
  const seen = new Set<number>();
  const changes: DictionaryChange[] = [];
  const problems: DictionaryProblem[] = [];
  rows.forEach((row, place) => {
    const line = place + 2;
    const name = (row[nameAt] ?? '').trim();
    const column = exact.get(name) ?? loose.get(name.toLowerCase());
    if (column === undefined) {
      problems.push({ code: 'unknown-column', line, column: name });
      return;
    }
    if (seen.has(column.index)) {
      problems.push({ code: 'repeated-column', line, column: name });
      return;
    }
    seen.add(column.index);
    const { index, revision } = column;
    for (const field of FIELDS) {
      if (field === 'name') continue;
      const at = names.indexOf(field);
      const given = at < 0 ? '' : (row[at] ?? '').trim();
      const before = textOf(column, field);
      const after = field === 'allowed_values' ? joinValues(splitValues(given)) : given;
      if (after === '' || after === before) continue;
      if (isValid(field, given)) changes.push({ index, revision, column: column.name, field, before, after });
      else problems.push({ code: 'bad-value', line, column: column.name, field });
    }
  });
  return { changes, problems };
}

/** The changes as edits, one for each column. */
export function dictionaryEdits(changes: readonly DictionaryChange[]) {
  const edits = new Map<number, Record<string, unknown>>();
  for (const { index, revision, field, after } of changes) {
    const edit = edits.get(index) ?? { index, revision };
    const change = field === 'allowed_values' ? { allowedValues: splitValues(after) } : { [field]: after };
    edits.set(index, { ...edit, ...change });
  }
  const schema = columnEdit.omit({ name: true, type: true }).extend({ revision: columnEdit.shape.index });
  return [...edits.values()].map((edit) => schema.parse(edit));
}
