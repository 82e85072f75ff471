import type { ColumnRole, ColumnType, ReportInput, ReportQuestion } from '@assay/contracts';
import { AssayError } from '@assay/contracts';
import { classSizes, equivalenceClasses } from '@assay/privacy';
import { findColumn, type Table, tableOf, takeRows } from '@assay/stats';
import { asCategories } from '../tables/as-categories.ts';
import type { ReportTables } from './report-tables.ts';

export type Side = { table: Table; input: ReportInput };

/**
 * Brings the sides of a comparison to the columns of the real one. Columns that the synthetic side lacks are named
 * and left out everywhere; so are those it has in surplus. A column whose kind differs is compared as categories.
 * Unseen rows that equal a real row are counted and left out where identifiers or many columns make a chance
 * meeting impossible: the same row on both sides of a comparison would flatter it.
 *
 * @throws AssayError `bad-input` when nothing can be compared, or a column of the question is not there
 */
export function prepareTables(given: {
  real: Side;
  synthetic: Side;
  unseen: Side | null;
  columns: readonly { name: string; type: ColumnType; role: ColumnRole }[];
  question: ReportQuestion;
  notices?: readonly string[];
}): ReportTables {
  const notices = [...(given.notices ?? [])];
  const names = new Set(given.synthetic.table.columns.map((column) => column.name));
  const shared = given.columns.filter((column) => names.has(column.name));
  const missingColumns = given.columns.filter((column) => !names.has(column.name)).map((each) => each.name);
  const known = new Set(given.columns.map((column) => column.name));
  const surplusColumns = [...names].filter((name) => !known.has(name));
  if (shared.length === 0)
    throw new AssayError('bad-input', 'The two tables have no column of the same name.', {
      field: 'synthetic',
      next: 'Rename the columns of the synthetic table, or give a mapping.',
    });
  if (given.real.table.rows === 0 || given.synthetic.table.rows === 0)
    throw new AssayError(
      'bad-input',
      `The ${given.real.table.rows === 0 ? 'real' : 'synthetic'} table has no rows.`,
      {
        field: given.real.table.rows === 0 ? 'real' : 'synthetic',
      },
    );
  checkQuestion(given.question, shared);
  const unseenGiven = given.unseen;
  const lacking =
    unseenGiven === null
      ? []
      : shared.filter((each) => findColumn(unseenGiven.table, each.name) === undefined);
  if (lacking.length > 0)
    throw new AssayError(
      'bad-input',
      `The unseen table lacks ${lacking
        .slice(0, 5)
        .map((each) => each.name)
        .join(', ')}${lacking.length > 5 ? ' and more' : ''}.`,
      { field: 'unseen', next: 'Give unseen rows with the same columns as the real ones.' },
    );

  const pick = (table: Table) => tableOf(shared.map((each) => findColumn(table, each.name)!));
  let real = pick(given.real.table);
  let synthetic = pick(given.synthetic.table);
  let unseen = unseenGiven === null ? null : pick(unseenGiven.table);
  for (const { name } of shared) {
    const kinds = [real, synthetic, ...(unseen === null ? [] : [unseen])].map(
      (table) => findColumn(table, name)!.kind,
    );
    if (new Set(kinds).size === 1) continue;
    notices.push(`${name} holds numbers on one side and texts on the other; it is compared as categories.`);
    real = asCategories(real, name);
    synthetic = asCategories(synthetic, name);
    unseen = unseen === null ? null : asCategories(unseen, name);
  }
  const meeting = unseen === null ? null : meetings(unseen, real);
  const met = meeting?.met ?? [];
  const leaveOut = met.length > 0 && meeting?.suspicious === true;
  if (leaveOut && unseen !== null) {
    const out = new Set(met);
    const rest = Array.from({ length: unseen.rows }, (_, row) => row).filter((row) => !out.has(row));
    if (rest.length === 0)
      throw new AssayError('bad-input', 'Every row of the unseen table is also among the real rows.', {
        field: 'unseen',
        next: 'Give rows that the generator was not fitted on.',
      });
    unseen = takeRows(unseen, rest);
    notices.push(
      `${met.length} of the unseen rows are also among the real rows and were left out of the unseen side.`,
    );
  }
  if (met.length > 0 && !leaveOut)
    notices.push(
      `${met.length} of the unseen rows equal a real row, as rows of this table may by chance; they stay.`,
    );
  return {
    real,
    synthetic,
    unseen,
    columns: shared,
    inputs: {
      real: given.real.input,
      synthetic: given.synthetic.input,
      unseen: unseenGiven === null ? null : { ...unseenGiven.input, rows: unseen?.rows ?? 0 },
    },
    question: given.question,
    overlap: meeting === null ? null : { rows: met.length, leftOut: leaveOut },
    missingColumns,
    surplusColumns,
    notices,
  };
}

function checkQuestion(question: ReportQuestion, columns: readonly { name: string }[]): void {
  const names = new Set(columns.map((each) => each.name));
  const asked = {
    target: question.target === null ? [] : [question.target],
    sensitive: question.sensitive,
    quasiIdentifiers: question.quasiIdentifiers,
  };
  for (const [field, list] of Object.entries(asked))
    for (const name of list)
      if (!names.has(name))
        throw new AssayError('bad-input', `There is no column "${name}" that both tables have.`, { field });
}

/**
 * Rows of `unseen` that equal a real row in every column, and whether they are more than chance: more than real rows
 * repeat one another. Where a table is coarse, equal rows are honest and stay; a copied file is not.
 */
function meetings(unseen: Table, real: Table): { met: number[]; suspicious: boolean } {
  const classes = equivalenceClasses(
    [real, unseen],
    real.columns.map(({ name }) => name),
  );
  const sizes = classSizes(classes);
  const met: number[] = [];
  for (const [row, each] of classes.classOf[1]!.entries()) if (sizes[each]! > 0) met.push(row);
  let repeated = 0;
  for (const size of sizes) if (size > 1) repeated += size;
  const within = repeated / real.rows;
  const across = met.length / unseen.rows;
  // Twice the share within the real rows, and three standard errors above it.
  const error = Math.sqrt((within * (1 - within) + 1 / unseen.rows) / unseen.rows);
  return { met, suspicious: across > 2 * within && across > within + 3 * error };
}
