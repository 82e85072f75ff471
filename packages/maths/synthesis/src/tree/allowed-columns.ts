import { gridIndex } from '../cells/grid.ts';
import { type Allowed, allAllowed, allowedRows, narrowed, ofLevels } from '../conditions/allowed-cells.ts';
import type { Condition } from '../conditions/condition.ts';
import type { LoadedLookup, LoadedModel } from './load-model.ts';

/** What a condition leaves of each modelled column; null where it asks nothing. */
export type AllowedColumns = {
  readonly allowed: readonly (Allowed | null)[];
  /** A column of which nothing is left, through what it determines; -1 if there is none. */
  readonly impossible: number;
};

/** Terms per column; a term on a column that is looked up becomes one on the column that determines it. */
export function allowedColumns(model: LoadedModel, { where }: Condition): AllowedColumns {
  const allowed: (Allowed | null)[] = model.columns.map(() => null);
  for (const term of where) {
    const column = model.columns.findIndex(({ cells }) => cells.name === term.column);
    const { cells } = model.columns[column]!;
    allowed[column] = narrowed(cells, allowed[column] ?? allAllowed(cells), term);
  }
  for (const step of [...model.steps].reverse()) {
    const asked = allowed[step.column];
    if (step.kind !== 'lookup' || !asked) continue;
    const { cells } = model.columns[step.from]!;
    allowed[step.from] = throughLookup(model, step, asked, allowed[step.from] ?? allAllowed(cells));
    allowed[step.column] = null;
  }
  const impossible = allowed.findIndex(
    (each, column) => each !== null && allowedRows(model.columns[column]!.cells, each) === 0,
  );
  return { allowed, impossible };
}

function throughLookup(model: LoadedModel, step: LoadedLookup, asked: Allowed, before: Allowed): Allowed {
  const { cells } = model.columns[step.from]!;
  const fits = (key: number) => isAllowed(model, step, asked, key);
  if (cells.kind === 'category') {
    const levels = before.levels.map((open, level) => (open === 1 && fits(level + 1) ? 1 : 0));
    return ofLevels(cells, levels, before.share.at(-1)! > 0 && fits(0));
  }
  const missing = cells.low.length;
  const share = before.share.map((open, cell) => (fits(cell === missing ? 0 : cell + 1) ? open : 0));
  return { ...before, share };
}

/** Whether the value at a key is among those asked for. */
function isAllowed(
  model: LoadedModel,
  { column, value }: LoadedLookup,
  asked: Allowed,
  key: number,
): boolean {
  const { cells } = model.columns[column]!;
  const found = value[key]!;
  if (Number.isNaN(found) || (found < 0 && cells.kind === 'category')) return asked.share.at(-1)! > 0;
  if (cells.kind === 'category') return asked.levels[found] === 1;
  const place = cells.grid ? gridIndex(cells.grid, found) : found;
  return asked.low <= place && place <= asked.high;
}
