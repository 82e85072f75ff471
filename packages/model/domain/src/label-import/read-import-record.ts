import {
  type Annotation,
  type ImportProblem,
  importSourceName,
  type LabelImportMapping,
  type LabelSchema,
  labelRecord,
  shortened,
} from '@assay/contracts';
import { answerOfText, type TextRefusal } from '../grid/cell-text.ts';

/** The row that a record is about, as it says so. */
export type RowReference =
  | { by: 'key'; key: string }
  /** From 0. */
  | { by: 'row'; row: number }
  /** Values of columns of the run, as text. */
  | { by: 'identifier'; values: readonly { column: string; value: string }[] };

export type ImportRecord = {
  line: number;
  reference: RowReference;
  payload: Annotation;
  source: string | null;
  confidence: number | null;
  /** ISO 8601 in UTC. */
  at: string | null;
};

export type ReadRecord = { ok: true; record: ImportRecord } | { ok: false; problem: ImportProblem };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const MOST_COMMENT = 4000;
/** What is shown of a text that is no answer. */
const SHOWN = 80;

const WHY: Record<TextRefusal, string> = {
  'no-such-label': 'has no label of this name',
  ambiguous: 'has several labels of this name',
  'no-step': 'has no such step',
  'too-long': 'takes no text of this length',
  'not-by-text': 'marks cells, which a column cannot hold',
};

const quoted = (text: string): string => {
  const shown = shortened(text, SHOWN);
  return `"${shown}${text.length > 2 * SHOWN || shown.length < text.length ? '…' : ''}"`;
};
/** Before it nobody labelled data for programs; what is older is a slip of the pen, and not every database has it. */
const FIRST_YEAR = 1900;

/** A moment with its zone, or a day, which is its midnight in UTC; null where it is none. */
function momentOf(text: string): string | null {
  const isMoment =
    /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2}))?$/.test(text);
  if (!isMoment) return null;
  const at = new Date(text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < FIRST_YEAR ? null : at.toISOString();
}

/** One record of a CSV file. */
export function recordOfCells(
  schema: LabelSchema,
  mapping: LabelImportMapping,
  columns: ReadonlyMap<string, number>,
  cells: readonly (string | null)[],
  line: number,
): ReadRecord {
  const refuse = (code: ImportProblem['code'], field: string | null, message: string): ReadRecord => ({
    ok: false,
    problem: { line, code, field, message },
  });
  const cellOf = (column: string | null): string =>
    column === null ? '' : (cells[columns.get(column) ?? -1] ?? '').trim();
  const { row } = mapping;
  let reference: RowReference;
  if (row.by === 'key') {
    const key = cellOf(row.column).toLowerCase();
    if (!UUID.test(key)) return refuse('no-row', row.column, `${quoted(key)} is no sample key.`);
    reference = { by: 'key', key };
  } else if (row.by === 'row') {
    const text = cellOf(row.column);
    const number = /^\d{1,15}$/.test(text) ? Number(text) : 0;
    if (number < 1)
      return refuse('no-row', row.column, `${quoted(text)} is no row number: rows count from 1.`);
    reference = { by: 'row', row: number - 1 };
  } else {
    const values = row.columns.map(({ column, of }) => ({ column: of, value: cellOf(column) }));
    const [first] = row.columns;
    if (values.every(({ value }) => value === '')) {
      return refuse('no-row', first?.column ?? null, 'The record does not say which row it is about.');
    }
    reference = { by: 'identifier', values };
  }
  const answers: Annotation['answers'] = {};
  for (const { questionId, column } of mapping.answers) {
    const question = schema.questions.find(({ id }) => id === questionId);
    if (question === undefined) continue;
    const text = cells[columns.get(column) ?? -1] ?? '';
    const read = answerOfText(question, text);
    if ('refused' in read) {
      return refuse('refused', column, `“${question.name}” ${WHY[read.refused]}: ${quoted(text)}.`);
    }
    if (read.answer !== null) answers[questionId] = read.answer;
  }
  if (Object.keys(answers).length === 0) return refuse('no-answer', null, 'No question is answered.');
  const source = cellOf(mapping.source);
  if (!importSourceName.safeParse(source).success) {
    return refuse('bad-value', mapping.source, `A name has at most 120 characters: ${quoted(source)}.`);
  }
  const share = cellOf(mapping.confidence);
  const confidence = share === '' ? null : Number(share);
  if (confidence !== null && !(confidence >= 0 && confidence <= 1)) {
    return refuse('bad-value', mapping.confidence, `${quoted(share)} is no confidence from 0 to 1.`);
  }
  const time = cellOf(mapping.at);
  const at = time === '' ? null : momentOf(time);
  if (time !== '' && at === null) {
    return refuse(
      'bad-value',
      mapping.at,
      `${quoted(time)} is no time with its zone, such as 2026-01-31T09:30:00Z.`,
    );
  }
  const comment = cellOf(mapping.comment);
  if (comment.length > MOST_COMMENT) {
    return refuse('bad-value', mapping.comment, `A comment has at most ${MOST_COMMENT} characters.`);
  }
  const payload: Annotation = {
    type: 'assay.annotation',
    version: 1,
    answers,
    realism: null,
    artefact: false,
    artefactNote: '',
    comment,
    verdict: null,
  };
  return {
    ok: true,
    record: { line, reference, payload, source: source === '' ? null : source, confidence, at },
  };
}

/** One line of a JSONL file; see `labelRecord`. */
export function recordOfJson(text: string, line: number): ReadRecord {
  const refuse = (code: ImportProblem['code'], field: string | null, message: string): ReadRecord => ({
    ok: false,
    problem: { line, code, field, message },
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('unreadable', null, 'The line is not valid JSON.');
  }
  const parsed = labelRecord.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.map(String).join('.') ?? '';
    const what =
      issue === undefined
        ? 'It is no record of labels.'
        : `${field === '' ? 'The record' : field}: ${issue.message}`;
    return refuse('unreadable', field === '' ? null : shortened(field, 500), shortened(what, 500));
  }
  const { key, row, identifiers, annotation: payload, source, confidence, at } = parsed.data;
  const named = [key, row, identifiers].filter((each) => each !== undefined).length;
  if (named !== 1) {
    const message = 'A record names its row in one way: "key", "row" or "identifiers".';
    return refuse('no-row', null, message);
  }
  if (Object.keys(payload.answers).length === 0)
    return refuse('no-answer', 'annotation.answers', 'No question is answered.');
  if (at !== undefined && new Date(at).getUTCFullYear() < FIRST_YEAR) {
    return refuse('bad-value', 'at', `${quoted(at)} is before ${FIRST_YEAR}.`);
  }
  const values = Object.entries(identifiers ?? {}).map(([column, each]) => ({ column, value: String(each) }));
  if (identifiers !== undefined && values.length === 0) {
    return refuse('no-row', 'identifiers', 'The record does not say which row it is about.');
  }
  const reference: RowReference =
    key !== undefined
      ? { by: 'key', key: key.toLowerCase() }
      : row !== undefined
        ? { by: 'row', row: row - 1 }
        : { by: 'identifier', values };
  return {
    ok: true,
    record: {
      line,
      reference,
      payload: { ...payload, verdict: null },
      source: source === undefined || source.trim() === '' ? null : source.trim(),
      confidence: confidence ?? null,
      at: at === undefined ? null : new Date(at).toISOString(),
    },
  };
}
