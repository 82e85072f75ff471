import {
  PILOT_ROWS,
  type Predicate,
  type Recipe,
  type RecipeColumnPlan,
  type RecipeConstraint,
  type RecipeMethod,
  type RecipeProblem,
  recipe,
  type SeedPolicy,
} from '@assay/contracts';
import { formatPredicate, parsePredicate } from '@assay/domain';

export type ConditionDraft = { key: string; text: string; atLeast: number | null };

export type ConstraintKind = RecipeConstraint['kind'];

/** One form for every kind of constraint; each kind reads the fields that it has. */
export type ConstraintDraft = {
  key: string;
  kind: ConstraintKind;
  column: string;
  other: string;
  comparator: '<' | '<=' | '>' | '>=';
  low: string;
  high: string;
  columns: readonly string[];
  text: string;
};

/** A recipe as it is typed: texts may still be wrong. */
export type RecipeDraft = {
  method: RecipeMethod;
  sourceId: string | null;
  target: string | null;
  leaf: number | null;
  plans: readonly RecipeColumnPlan[];
  conditions: readonly ConditionDraft[];
  constraints: readonly ConstraintDraft[];
  seed: SeedPolicy;
  rules: string;
};

/** What is wrong with a draft before the server can be asked; `code` names the words. */
export type DraftProblem = { field: string; code: 'empty' | 'predicate' | 'json' | 'number'; detail: string };

let made = 0;
/** A key for a line of a form; lines have no identity of their own. */
const newKey = (): string => {
  made += 1;
  return `line-${made}`;
};

export const DEFAULT_LEAF = 50;

export const emptyDraft = (sourceId: string | null): RecipeDraft => ({
  method: 'tree',
  sourceId,
  target: null,
  leaf: DEFAULT_LEAF,
  plans: [],
  conditions: [],
  constraints: [],
  seed: { kind: 'each-run' },
  rules: '',
});

export const newCondition = (): ConditionDraft => ({ key: newKey(), text: '', atLeast: PILOT_ROWS / 10 });

export const newConstraint = (kind: ConstraintKind): ConstraintDraft => ({
  key: newKey(),
  kind,
  column: '',
  other: '',
  comparator: '<=',
  low: '',
  high: '',
  columns: [],
  text: '',
});

export function draftOf(document: Recipe): RecipeDraft {
  return {
    method: document.method,
    sourceId: document.sourceId,
    target: document.target,
    leaf: document.leaf,
    plans: document.columns,
    conditions: document.conditions.map(({ where, atLeast }) => ({
      key: newKey(),
      text: formatPredicate(where),
      atLeast,
    })),
    constraints: document.constraints.map(constraintDraft),
    seed: document.seed,
    rules: document.rules === null ? '' : JSON.stringify(document.rules, null, 2),
  };
}

function constraintDraft(constraint: RecipeConstraint): ConstraintDraft {
  const empty = newConstraint(constraint.kind);
  switch (constraint.kind) {
    case 'range':
      return {
        ...empty,
        column: constraint.column,
        low: constraint.low === null ? '' : String(constraint.low),
        high: constraint.high === null ? '' : String(constraint.high),
      };
    case 'inequality':
      return {
        ...empty,
        column: constraint.left,
        comparator: constraint.comparator,
        other: constraint.right,
      };
    case 'sum':
      return { ...empty, column: constraint.total, columns: constraint.parts };
    case 'unique':
      return { ...empty, column: constraint.column };
    case 'combinations':
      return { ...empty, columns: constraint.columns };
    case 'dependency':
      return { ...empty, column: constraint.column, columns: constraint.from };
    case 'formula':
      return { ...empty, column: constraint.column, text: constraint.formula };
    case 'rule':
      return { ...empty, text: formatPredicate(constraint.where) };
  }
}

type Named = { name: string; type: string };

function readPredicate(
  text: string,
  columns: readonly Named[],
): { where: Predicate } | { code: 'empty' | 'predicate'; detail: string } {
  if (text.trim() === '') return { code: 'empty', detail: '' };
  const parsed = parsePredicate(
    text,
    columns.map((column) => column.name),
  );
  return parsed.ok ? { where: parsed.predicate } : { code: 'predicate', detail: parsed.error.message };
}

function literalOf(text: string, name: string, columns: readonly Named[]): string | number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const type = columns.find((column) => column.name === name)?.type;
  const value = Number(trimmed);
  return (type === 'integer' || type === 'decimal') && Number.isFinite(value) ? value : trimmed;
}

/** The document that a draft stands for, or what keeps it from being one. */
export function documentOf(
  draft: RecipeDraft,
  columns: readonly Named[],
): { document: Recipe | null; problems: DraftProblem[] } {
  const problems: DraftProblem[] = [];
  const add = (field: string, code: DraftProblem['code'], detail = '') =>
    problems.push({ field, code, detail });
  const conditions: Recipe['conditions'] = [];
  draft.conditions.forEach(({ text, atLeast }, at) => {
    const read = readPredicate(text, columns);
    if (atLeast === null || atLeast < 1 || !Number.isInteger(atLeast)) add(`conditions.${at}`, 'number');
    if (!('where' in read)) add(`conditions.${at}`, read.code, read.detail);
    else if (atLeast !== null) conditions.push({ where: read.where, atLeast });
  });
  const constraints: unknown[] = [];
  draft.constraints.forEach((line, at) => {
    const field = `constraints.${at}`;
    const read = constraintOf(line, columns);
    if ('code' in read) add(field, read.code, read.detail);
    else constraints.push(read.constraint);
  });
  let rules: unknown = null;
  if (draft.method === 'rules' && draft.rules.trim() !== '') {
    try {
      rules = JSON.parse(draft.rules);
    } catch (error) {
      add('rules', 'json', error instanceof Error ? error.message : '');
    }
  }
  if (draft.leaf === null || draft.leaf < 1 || !Number.isInteger(draft.leaf)) add('leaf', 'number');
  if (draft.seed.kind === 'fixed' && draft.seed.seed === '') add('seed', 'empty');
  if (problems.length > 0) return { document: null, problems };
  const byRules = draft.method === 'rules';
  const parsed = recipe.safeParse({
    type: 'assay.recipe',
    version: 1,
    method: draft.method,
    sourceId: byRules ? null : draft.sourceId,
    target: byRules ? null : draft.target,
    leaf: draft.leaf,
    columns: byRules ? [] : draft.plans,
    conditions,
    constraints,
    seed: draft.seed,
    rules,
  });
  if (parsed.success) return { document: parsed.data, problems };
  return {
    document: null,
    problems: parsed.error.issues.map((issue) => ({
      field: issue.path.join('.'),
      code: 'predicate',
      detail: issue.message,
    })),
  };
}

function constraintOf(
  line: ConstraintDraft,
  columns: readonly Named[],
): { constraint: RecipeConstraint } | { code: 'empty' | 'predicate'; detail: string } {
  const missing = { code: 'empty', detail: '' } as const;
  const { kind, column, other, comparator } = line;
  const many = [...line.columns];
  switch (kind) {
    case 'range': {
      const [low, high] = [literalOf(line.low, column, columns), literalOf(line.high, column, columns)];
      if (column === '' || (low === null && high === null)) return missing;
      return { constraint: { kind, column, low, high } };
    }
    case 'inequality':
      return column === '' || other === ''
        ? missing
        : { constraint: { kind, left: column, comparator, right: other } };
    case 'sum':
      return column === '' || many.length === 0
        ? missing
        : { constraint: { kind, total: column, parts: many } };
    case 'unique':
      return column === '' ? missing : { constraint: { kind, column } };
    case 'combinations':
      return many.length < 2 ? missing : { constraint: { kind, columns: many } };
    case 'dependency':
      return column === '' || many.length === 0 ? missing : { constraint: { kind, column, from: many } };
    case 'formula': {
      const formula = line.text.trim();
      return column === '' || formula === '' ? missing : { constraint: { kind, column, formula } };
    }
    case 'rule': {
      const read = readPredicate(line.text, columns);
      return 'where' in read ? { constraint: { kind, where: read.where } } : read;
    }
  }
}

/** Problems of one field and of what is inside it. */
export function problemsAt(problems: readonly RecipeProblem[], field: string): RecipeProblem[] {
  return problems.filter((each) => each.field === field || each.field.startsWith(`${field}.`));
}
