import { AssayError, type ColumnSpec, type Recipe, type RecipeProblem } from '@assay/contracts';
import type { Column } from '@assay/stats';
import { type ColumnPlan, checkRules, type RulesDocument, rulesGenerator } from '@assay/synthesis';
import type { PlannedColumn } from './plan-columns.ts';

/** What is wrong with the rules of a recipe. */
export function rulesProblems({ rules }: Pick<Recipe, 'rules'>): RecipeProblem[] {
  if (rules === null) return [];
  const checked = checkRules(rules);
  if (checked.ok) return [];
  return checked.problems.map(({ path, message }) => ({
    severity: 'error',
    code: 'rules',
    field: path === '' ? 'rules' : `rules.${path}`,
    message: `${path === '' ? 'The rules' : path}: ${message}.`,
    next: null,
  }));
}

/** The columns that a rules document makes, with the types of their values. */
export function rulesColumns({ rules }: Pick<Recipe, 'rules'>): PlannedColumn[] {
  const checked = checkRules(rules);
  if (!checked.ok) {
    const [first] = checked.problems;
    throw new AssayError('bad-input', `The rules cannot be read: ${first?.path}: ${first?.message}.`, {
      field: 'document.rules',
    });
  }
  const { document } = checked;
  const { columns } = rulesGenerator.sample(
    { method: 'rules', version: 1, document },
    { seed: 'types', from: 0, to: 1 },
  );
  return columns.map((column, index) => ({
    plan: planOf(document.columns[index], column.name),
    spec: specOf(column, index),
  }));
}

/** What is made by row number stays with its row when others are drawn again; the rules themselves make it. */
function planOf(column: RulesDocument['columns'][number] | undefined, name: string): ColumnPlan {
  switch (column?.rule.make) {
    case 'sequence':
      return { name, make: 'sequence' };
    case 'uuid':
    case 'code':
    case 'faker':
      return { name, make: 'uuid' };
    default:
      return { name, make: 'model' };
  }
}

function specOf(column: Column, index: number): ColumnSpec {
  const scale = column.kind === 'category' ? 'category' : column.scale;
  const physical = { category: 'VARCHAR', integer: 'BIGINT', decimal: 'DOUBLE', datetime: 'DATE' } as const;
  return {
    index,
    name: column.name,
    sourceName: column.name,
    type: scale,
    physical: physical[scale],
    role: 'feature',
    parse: {
      decimalSeparator: '.',
      thousandsSeparator: null,
      datetimeFormats: [],
      trueValues: [],
      falseValues: [],
    },
    label: column.name,
    unit: null,
    meaning: null,
    allowedValues: null,
  };
}
