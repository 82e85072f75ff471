import type { LabelImportMapping } from '@assay/contracts';

/** What the columns hold, while it is being said; an empty text is no column. */
export type MappingDraft = {
  by: LabelImportMapping['row']['by'];
  rowColumn: string;
  /** Of a row that is named by columns of the run: which ones, and by which columns of the file. */
  identifiers: readonly { column: string; of: string }[];
  answers: Readonly<Record<string, string>>;
  source: string;
  confidence: string;
  at: string;
  comment: string;
};

/** The form of a mapping; without one, what is asked for is empty. */
export function draftOfMapping(mapping: LabelImportMapping | null): MappingDraft {
  const row = mapping?.row;
  return {
    by: row?.by ?? 'identifier',
    rowColumn: row === undefined || row.by === 'identifier' ? '' : row.column,
    identifiers: row?.by === 'identifier' ? row.columns : [{ column: '', of: '' }],
    answers: Object.fromEntries(
      (mapping?.answers ?? []).map(({ questionId, column }) => [questionId, column]),
    ),
    source: mapping?.source ?? '',
    confidence: mapping?.confidence ?? '',
    at: mapping?.at ?? '',
    comment: mapping?.comment ?? '',
  };
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/** The mapping that a form says; null while it does not say enough. */
export function mappingOfDraft(draft: MappingDraft): LabelImportMapping | null {
  const answers = Object.entries(draft.answers).flatMap(([questionId, column]) =>
    column === '' ? [] : [{ questionId, column }],
  );
  const named = draft.identifiers.filter(({ column, of }) => column !== '' && of !== '');
  const { by, rowColumn } = draft;
  const row: LabelImportMapping['row'] | null =
    by === 'identifier'
      ? named.length > 0 && named.length === draft.identifiers.length
        ? { by, columns: named }
        : null
      : rowColumn === ''
        ? null
        : { by, column: rowColumn };
  if (row === null || answers.length === 0) return null;
  return {
    type: 'assay.label-import-mapping',
    version: 1,
    row,
    answers,
    source: orNull(draft.source),
    confidence: orNull(draft.confidence),
    at: orNull(draft.at),
    comment: orNull(draft.comment),
  };
}
