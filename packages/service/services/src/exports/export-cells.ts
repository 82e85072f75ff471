import { type ExportColumn, type FinalLabel, finalLabel } from '@assay/contracts';
import { answerText } from '@assay/domain';
import type { RunRows } from '../versions/sample-root.ts';
import type { OutgoingPart } from './export-parts.ts';
import type { ExportPlan } from './export-plan.ts';
import type { LabelsOf } from './labels-in-turn.ts';

/**
 * What final labels say, by column: first their answers to the questions that the columns of the export repeat, then
 * all of them as JSON, which lacks the brackets of the list.
 */
export function labelCells({ answers }: ExportPlan, labels: LabelsOf): (string | null)[][] {
  const said: (string | null)[][] = answers.map(() => []);
  for (const texts of labels) {
    // One sample at a time: what is parsed is large, and must not live as long as the cells do.
    const decided = texts.map(readLabel);
    for (const [at, place] of answers.entries()) said[at]?.push(answerOf(place, decided));
  }
  return [...said, labels.map((texts) => texts.join(','))];
}

/** The place among the columns of labels of each column of the export that holds them. */
export function labelPlaces({ columns, answers }: ExportPlan): Map<ExportColumn, number> {
  const repeated = columns.filter((column) => column.of === 'label');
  const all = columns.find((column) => column.of === 'labels');
  return new Map([
    ...repeated.map((column, at) => [column, at] as const),
    ...(all === undefined ? [] : [[all, answers.length] as const]),
  ]);
}

/** Reads a text of the version's own files: the roots cover it, so that its kind is looked at and not each part of it. */
function readLabel(text: string): FinalLabel {
  const label: FinalLabel = JSON.parse(text);
  return label.type === 'assay.final-label' && label.version === 1 ? label : finalLabel.parse(label);
}

/** The answer to one question in words, null where there is none. */
function answerOf(place: ExportPlan['answers'][number], labels: readonly FinalLabel[]): string | null {
  const question = place.schema.questions.find((each) => each.id === place.questionId);
  const label = labels.find((each) => each.labelSchemaId === place.labelSchemaId);
  const answer = label?.answers[place.questionId];
  return question === undefined || answer === undefined ? null : answerText(question, answer);
}

/** The place among a run's columns of the one that a column of values takes; undefined where the run has none. */
export function placeOf(run: RunRows, column: ExportColumn): number | undefined {
  const at = run.manifest.columns.findIndex(
    (each) => each.physical === column.physical && each.name === column.column,
  );
  return at < 0 ? undefined : at;
}

/** Texts of all cells of a part, by column. */
export function textCells(plan: ExportPlan, part: OutgoingPart): (string | null)[][] {
  const { run, batch, samples } = part;
  const places = labelPlaces(plan);
  const labels = labelCells(plan, part.labels);
  const cellsOf = (column: ExportColumn): (string | null)[] => {
    switch (column.of) {
      case 'key':
        return samples.map(({ key }) => key);
      case 'origin':
        return samples.map(() => run.origin);
      case 'run':
        return samples.map(() => String(run.number));
      case 'row':
        return samples.map(({ row }) => String(row));
      case 'label':
        return labels[places.get(column) ?? -1] ?? samples.map(() => null);
      case 'labels':
        return part.labels.map((texts) => `[${texts.join(',')}]`);
      case 'value':
        return valueCells(placeOf(run, column), batch, samples);
    }
  };
  return plan.columns.map(cellsOf);
}

function valueCells(
  place: number | undefined,
  batch: OutgoingPart['batch'],
  samples: OutgoingPart['samples'],
): (string | null)[] {
  const cells = place === undefined ? undefined : batch.columns[place];
  if (cells === undefined) return samples.map(() => null);
  if (cells.kind === 'texts') return samples.map(({ at }) => cells.values[at] ?? null);
  return samples.map(({ at }) => {
    const value = cells.values[at] ?? Number.NaN;
    return Number.isNaN(value) ? null : String(value);
  });
}
