import { rootOver } from './roots.ts';

type Column = {
  of: 'key' | 'origin' | 'run' | 'row' | 'value' | 'label' | 'labels';
  name: string;
  column: string | null;
  runs: number[] | null;
  physical: string;
  escaped: boolean;
};
export type Manifest = {
  root: string;
  subroots: Record<'samples' | 'labels' | 'annotations' | 'documents', string>;
  records: number;
  columns: Column[];
};
type FinalLabel = {
  labelSchemaId: string;
  method: string;
  answers: Record<string, { label: { labelId: string } }>;
};
/** One sample of an export with its final labels. */
export type Exported = { key: string; row: number; sample: unknown; labels: FinalLabel[] };

export function fromJsonLines(text: string): Exported[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Cells of CSV as the manifest tells of it: comma, LF; empty is missing, `""` an empty text. */
function csvCells(text: string): (string | null)[][] {
  const rows: (string | null)[][] = [[]];
  for (const [, cell = '', end] of text.matchAll(/("(?:[^"]|"")*"|[^,\n]*)(,|\n)/g)) {
    const quoted = cell.startsWith('"');
    rows.at(-1)?.push(cell === '' ? null : quoted ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

function cellValue({ physical }: Column, text: string | null): string | number | boolean | null {
  if (text === null) return null;
  if (physical === 'BOOLEAN') return text === 'true';
  const number = Number(text);
  const isNumber = physical === 'BIGINT' ? Number.isSafeInteger(number) : Number.isFinite(number);
  return (physical === 'BIGINT' || physical === 'DOUBLE') && isNumber ? number : text;
}

export function fromCsv(text: string, { columns }: Manifest): Exported[] {
  return csvCells(text)
    .slice(1)
    .map((cells) => {
      const read = columns.map((column, at) => {
        const cell = cells[at] ?? null;
        return column.escaped ? (cell?.replace(/^'('*[=+\-@\t\r])/, '$1') ?? null) : cell;
      });
      const at = (of: Column['of']) => read[columns.findIndex((column) => column.of === of)] ?? '';
      const values = columns.flatMap((column, place) => {
        const isOfRun = column.runs === null || column.runs.includes(Number(at('run')));
        return column.of === 'value' && isOfRun
          ? [[column.column, cellValue(column, read[place] ?? null)]]
          : [];
      });
      return {
        key: at('key'),
        row: Number(at('row')),
        sample: { origin: at('origin'), values: Object.fromEntries(values) },
        labels: JSON.parse(at('labels')),
      };
    });
}

/** The roots of samples and final labels, from the records alone. */
export function rootsOf(records: readonly Exported[]): { samples: string; labels: string } {
  return {
    samples: rootOver(records.map(({ key, sample }) => [key, sample])),
    labels: rootOver(
      records.flatMap(({ key, labels }) =>
        labels.map((label) => [`${key}/${label.labelSchemaId}`, label] as const),
      ),
    ),
  };
}

type Document = { kind: string; versionId: string; number: number; document: unknown };
type Answer = { id: string; key: string; annotation: { guidelineVersionId: string | null } };
type Asked = { questions: { labels?: { id: string; name: string }[] }[] };

/** All answers, as they lie beside the data. */
export function readAnswers(text: string): { answers: Answer[]; root: string } {
  const answers: Answer[] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { answers, root: rootOver(answers.map(({ id, key, annotation }) => [`${key}/${id}`, annotation])) };
}

/** The guidelines and label schemas that people worked by: their numbers, and the names of labels, by id. */
export function readDocuments(text: string) {
  const documents: Document[] = JSON.parse(text).documents;
  const of = (kind: string) => documents.filter((each) => each.kind === kind);
  return {
    root: rootOver(documents.map((each) => [`${each.kind}/${each.versionId}`, each])),
    guidelines: new Map(of('guideline').map(({ versionId, number }) => [versionId, number])),
    labels: new Map(
      of('label-schema').flatMap(({ document }) =>
        (document as Asked).questions.flatMap(({ labels = [] }) =>
          labels.map(({ id, name }) => [id, name] as const),
        ),
      ),
    ),
  };
}
