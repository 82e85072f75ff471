import { faultKind, type LabelQuestion, type LabelSchema, type PlantedFault } from '@assay/contracts';
import { proposeAnswers } from '../label/propose-answers.ts';
import type { ControlCell, FaultFacts } from './fault-facts.ts';

/** An integer from 0 below the bound; each call draws anew. */
export type Draw = (bound: number) => number;

const isDate = (physical: string): boolean =>
  physical === 'DATE' || physical === 'TIMESTAMP' || physical === 'TIMESTAMPTZ';

/** Texts that are longer are read, not spelt: a letter that is lost there measures nothing. */
const MOST_LETTERS = 60;

/** Two letters that stand beside each other changed places, or one was lost: a value that no row has. */
function misspellings(text: string, known: ReadonlySet<string>): string[] {
  const letters = [...text];
  if (letters.length > MOST_LETTERS) return [];
  const changed = letters.flatMap((_, i) => {
    const without = letters.toSpliced(i, 1).join('');
    const next = letters[i + 1];
    if (next === undefined) return [without];
    return [without, letters.toSpliced(i, 2, next, letters[i] as string).join('')];
  });
  // The first letter stays: faults that leap to the eye measure nothing.
  return changed.filter((each) => each !== text && !known.has(each) && each[0] === text[0]);
}

function farNumbers({ low, high, decimals }: NonNullable<FaultFacts['numbers']>): number[] {
  const range = Math.max(high - low, Math.abs(high), 1);
  const round = (value: number) => Number(value.toFixed(decimals));
  const far = [round(high + 2 * range), round(high + 3.5 * range), round(low - 2 * range)];
  return far.filter((value) => Number.isSafeInteger(Math.trunc(value)) && (value < low || value > high));
}

/** The same day in another century. */
function otherCentury(text: string): string[] {
  const year = Number(text.slice(0, 4));
  if (!/^\d{4}-/.test(text)) return [];
  return [year - 200, year + 100]
    .filter((other) => other >= 1000 && other <= 9999)
    .map((other) => `${other}${text.slice(4)}`);
}

/**
 * Values that a column would hold if another answer had been proposed to this question. Labels are written as the
 * column writes them: another spelling would give the fault away.
 */
function otherProposals(
  question: LabelQuestion,
  shown: ControlCell,
  { values, numbers }: FaultFacts,
): ControlCell[] {
  if (question.kind === 'single') {
    const label = (text: string) => {
      const answer = proposeAnswers(schemaOf(question), { value: text })[question.id];
      return answer?.kind === 'single' ? answer.label.labelId : null;
    };
    const own = label(String(shown));
    return [...values].filter((text) => ![null, own].includes(label(text)));
  }
  if (question.kind !== 'rating') return [];
  const half = (question.max - question.min) / 2;
  // Far enough that one who looked would not call it a matter of taste.
  return Array.from({ length: question.max - question.min + 1 }, (_, i) => question.min + i).filter(
    (value) =>
      Math.abs(value - Number(shown)) >= Math.max(1, half) &&
      (numbers === null ? values.has(String(value)) : value >= numbers.low && value <= numbers.high),
  );
}

/** A schema of one question that corrects the column `value`. */
function schemaOf(question: LabelQuestion & { kind: 'single' }): LabelSchema {
  return {
    type: 'assay.label-schema',
    version: 1,
    subject: 'row',
    questions: [{ ...question, corrects: 'value' }],
  };
}

/** Every fault that can be planted in this row. */
function faultsOf(
  schema: LabelSchema,
  facts: readonly FaultFacts[],
  cells: readonly ControlCell[],
): PlantedFault[] {
  const faults: PlantedFault[] = [];
  const row = Object.fromEntries(facts.map(({ column }, i) => [column.name, cells[i] ?? null]));
  const proposed = proposeAnswers(schema, row);
  const corrected = new Set<string>();
  for (const question of schema.questions) {
    if (!('corrects' in question) || question.corrects === null) continue;
    corrected.add(question.corrects);
    const fact = facts.find(({ column }) => column.name === question.corrects);
    if (proposed[question.id] === undefined || fact === undefined) continue;
    const was = row[question.corrects] ?? null;
    for (const shown of otherProposals(question, was, fact)) {
      const typed = fact.numbers === null ? String(shown) : shown;
      faults.push({ kind: 'wrong-label', column: question.corrects, was, shown: typed, other: null });
    }
  }
  const open = facts.flatMap((fact, at) => {
    const { column } = fact;
    if (corrected.has(column.name) || column.role === 'identifier' || column.type === 'identifier') return [];
    return [{ ...fact, at, name: column.name, cell: cells[at] ?? null }];
  });
  for (const { column, name, cell, numbers, values, hasMissing } of open) {
    if (cell === null) continue;
    const add = (kind: PlantedFault['kind'], shown: ControlCell) =>
      faults.push({ kind, column: name, was: cell, shown, other: null });
    if (!hasMissing) add('missing', null);
    if (numbers !== null) for (const value of farNumbers(numbers)) add('out-of-range', value);
    else if (isDate(column.physical)) for (const text of otherCentury(String(cell))) add('wrong-date', text);
    else if (column.physical === 'VARCHAR' && column.type !== 'text') {
      for (const text of misspellings(String(cell), values)) add('misspelt', text);
    }
  }
  const texts = open.filter(({ column, cell }) => column.physical === 'VARCHAR' && cell !== null);
  for (const [i, a] of texts.entries()) {
    for (const b of texts.slice(i + 1)) {
      if (a.values.has(String(b.cell)) || b.values.has(String(a.cell))) continue;
      faults.push({ kind: 'swapped', column: a.name, was: a.cell, shown: b.cell, other: b.name });
    }
  }
  return faults;
}

/**
 * Plants one fault in a row, of a kind drawn evenly among those that are possible there; null where none is: a row of
 * nothing but identifiers and empty cells.
 *
 * @param facts of each column, in the order of the cells
 */
export function plantFault(
  schema: LabelSchema,
  facts: readonly FaultFacts[],
  cells: readonly ControlCell[],
  draw: Draw,
): { cells: ControlCell[]; fault: PlantedFault } | null {
  const faults = faultsOf(schema, facts, cells);
  const kinds = faultKind.options.filter((kind) => faults.some((fault) => fault.kind === kind));
  if (kinds.length === 0) return null;
  const kind = kinds[draw(kinds.length)];
  const ofKind = faults.filter((fault) => fault.kind === kind);
  const columns = [...new Set(ofKind.map((fault) => fault.column))];
  const column = columns[draw(columns.length)];
  const inColumn = ofKind.filter((fault) => fault.column === column);
  const fault = inColumn[draw(inColumn.length)];
  if (fault === undefined) return null;
  return {
    fault,
    cells: facts.map(({ column: { name } }, at) => {
      if (name === fault.column) return fault.shown;
      return name === fault.other ? fault.was : (cells[at] ?? null);
    }),
  };
}
