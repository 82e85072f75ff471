import type {
  ColumnSpec,
  ImportProblem,
  ImportRowName,
  LabelImportMapping,
  LabelImportUse,
  LabelSchema,
} from '@assay/contracts';

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Names under which files elsewhere keep what is no answer; without blanks and signs. */
const NAMES = {
  key: ['samplekey', 'assaykey', 'key'],
  row: ['row', 'rownumber', 'rowno'],
  source: [
    'source',
    'annotator',
    'annotatedby',
    'author',
    'labeler',
    'labeller',
    'rater',
    'model',
    'by',
    'expert',
  ],
  confidence: ['confidence', 'probability', 'score', 'prob'],
  at: ['at', 'annotatedat', 'labelledat', 'labeledat', 'createdat', 'timestamp', 'time', 'date'],
  comment: ['comment', 'note', 'remark'],
} as const;

/**
 * What the columns of a CSV file seem to hold, by their names: each question that is called like a column, or corrects
 * one; the sample key, else the row number, else the identifiers of the run. Null where no row or no question is found:
 * then a person has to say it.
 */
export function proposeImportMapping(
  columns: readonly string[],
  schema: LabelSchema,
  run: readonly ColumnSpec[],
  use: LabelImportUse,
): LabelImportMapping | null {
  const taken = new Set<string>();
  const find = (names: readonly string[]): string | null => {
    for (const name of names) {
      const found = columns.find((each) => plain(each) === name && !taken.has(each));
      if (found === undefined) continue;
      taken.add(found);
      return found;
    }
    return null;
  };
  const answers = schema.questions.flatMap((question) => {
    if (question.kind === 'cells' || question.kind === 'regions') return [];
    const corrected = 'corrects' in question && question.corrects !== null ? [plain(question.corrects)] : [];
    const column = find([plain(question.name), ...corrected, 'label']);
    return column === null ? [] : [{ questionId: question.id, column }];
  });
  const row = rowNameOf(columns, run, find);
  if (row === null || answers.length === 0) return null;
  return {
    type: 'assay.label-import-mapping',
    version: 1,
    row,
    answers,
    source: find(NAMES.source),
    confidence: use === 'prelabels' ? find(NAMES.confidence) : null,
    at: use === 'labels' ? find(NAMES.at) : null,
    comment: find(NAMES.comment),
  };
}

function rowNameOf(
  columns: readonly string[],
  run: readonly ColumnSpec[],
  find: (names: readonly string[]) => string | null,
): ImportRowName | null {
  const key = find(NAMES.key);
  if (key !== null) return { by: 'key', column: key };
  const identifiers = run.filter(({ role, type }) => role === 'identifier' || type === 'identifier');
  const named = identifiers.filter(({ name }) => columns.includes(name));
  if (named.length > 0) {
    return { by: 'identifier', columns: named.map(({ name }) => ({ column: name, of: name })) };
  }
  const row = find(NAMES.row);
  return row === null ? null : { by: 'row', column: row };
}

/** What keeps a mapping from being read by: columns that are not there, or hold two things. */
export function importMappingProblem(
  mapping: LabelImportMapping,
  columns: readonly string[],
  schema: LabelSchema,
  run: readonly ColumnSpec[],
): Pick<ImportProblem, 'field' | 'message'> | null {
  const { row } = mapping;
  const used = [
    ...mapping.answers.map(({ column }) => column),
    ...(row.by === 'identifier' ? row.columns.map(({ column }) => column) : [row.column]),
    ...[mapping.source, mapping.confidence, mapping.at, mapping.comment].flatMap((each) => each ?? []),
  ];
  const absent = used.find((column) => !columns.includes(column));
  if (absent !== undefined) return { field: absent, message: `The file has no column "${absent}".` };
  for (const { questionId } of mapping.answers) {
    const question = schema.questions.find(({ id }) => id === questionId);
    if (question === undefined || question.kind === 'cells' || question.kind === 'regions') {
      const message =
        question === undefined
          ? 'A column is mapped to a question that this label schema does not have.'
          : question.kind === 'cells'
            ? `“${question.name}” marks cells, which a column cannot hold: bring it as JSONL.`
            : `“${question.name}” asks for parts of an image, which a column cannot hold: bring it as JSONL.`;
      return { field: 'mapping.answers', message };
    }
  }
  const asked = mapping.answers.map(({ questionId }) => questionId);
  if (new Set(asked).size < asked.length) {
    return { field: 'mapping.answers', message: 'Two columns answer one question.' };
  }
  const foreign =
    row.by === 'identifier' ? row.columns.find(({ of }) => !run.some(({ name }) => name === of)) : undefined;
  return foreign === undefined
    ? null
    : { field: foreign.of, message: `The run has no column "${foreign.of}".` };
}
