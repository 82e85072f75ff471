import type { Comparator, Literal, PhysicalType, Predicate } from '@assay/contracts';
import { requireOperand, requireTextColumn } from './evaluate.ts';
import { commonType, type Operand } from './operand.ts';
import { type PredicateColumn, PredicateMismatch, requireColumn } from './predicate-column.ts';

/** A DuckDB boolean expression, and the values of its parameters in order. */
export type PredicateSql = { readonly sql: string; readonly params: readonly string[] };

/**
 * A predicate as SQL for DuckDB. Names are quoted; literals are parameters `$1, $2, ...` under a cast to the type
 * in which they meet their column, so that the database decides as `evaluate` does. The session's TimeZone must be
 * UTC where a column has a zone.
 *
 * @param options.firstParameter number of the first parameter, where the query around it has its own
 * @param options.table a table or alias that qualifies the columns
 * @throws PredicateMismatch when the predicate does not fit the columns
 */
export function compileToSql(
  predicate: Predicate,
  columns: readonly PredicateColumn[],
  options: { readonly firstParameter?: number; readonly table?: string } = {},
): PredicateSql {
  const params: string[] = [];
  const first = options.firstParameter ?? 1;
  const bind = (value: string): string => {
    params.push(value);
    return `$${first + params.length - 1}`;
  };
  const prefix = options.table === undefined ? '' : `${quoted(options.table)}.`;
  const sql = expression(predicate, { columns, bind, name: (column) => `${prefix}${quoted(column.name)}` });
  return { sql, params };
}

type Context = {
  readonly columns: readonly PredicateColumn[];
  readonly bind: (value: string) => string;
  readonly name: (column: PredicateColumn) => string;
};

function expression(predicate: Predicate, context: Context): string {
  switch (predicate.op) {
    case 'true':
      return 'TRUE';
    case 'and':
    case 'or':
      return junction(
        predicate.args.map((arg) => expression(arg, context)),
        predicate.op === 'or',
      );
    case 'not':
      return `(NOT ${expression(predicate.arg, context)})`;
    case 'missing':
      return `(${context.name(requireColumn(context.columns, predicate.column))} IS NULL)`;
    case 'compare':
      return comparison(context, predicate.column, predicate.comparator, predicate.value);
    case 'compare-columns':
      return columnComparison(context, predicate.left, predicate.comparator, predicate.right);
    case 'between':
      return junction(
        [
          comparison(context, predicate.column, '>=', predicate.low),
          comparison(context, predicate.column, '<=', predicate.high),
        ],
        false,
      );
    case 'in':
      return membership(context, predicate.column, predicate.values);
    default:
      return textTest(context, predicate);
  }
}

function junction(parts: readonly string[], any: boolean): string {
  if (parts.length === 0) return any ? 'FALSE' : 'TRUE';
  return `(${parts.join(any ? ' OR ' : ' AND ')})`;
}

function comparison(context: Context, name: string, comparator: Comparator, literal: Literal): string {
  const column = requireColumn(context.columns, name);
  const operand = requireOperand(column, literal);
  return `(${cast(context, column, operand.common)} ${operator(comparator)} ${bound(context, operand)})`;
}

function columnComparison(
  context: Context,
  leftName: string,
  comparator: Comparator,
  rightName: string,
): string {
  const left = requireColumn(context.columns, leftName);
  const right = requireColumn(context.columns, rightName);
  const common = commonType(left.physical, right.physical);
  if (common === null) {
    throw new PredicateMismatch(`"${left.name}" and "${right.name}" are of different types.`);
  }
  return `(${cast(context, left, common)} ${operator(comparator)} ${cast(context, right, common)})`;
}

/** One IN per type in which values meet the column; nearly always one. */
function membership(context: Context, name: string, values: readonly Literal[]): string {
  const column = requireColumn(context.columns, name);
  const groups = new Map<PhysicalType, Operand[]>();
  for (const value of values) {
    const operand = requireOperand(column, value);
    groups.set(operand.common, [...(groups.get(operand.common) ?? []), operand]);
  }
  const parts = [...groups].map(([common, operands]) => {
    const list = operands.map((operand) => bound(context, operand)).join(', ');
    return `(${cast(context, column, common)} IN (${list}))`;
  });
  return junction(parts, true);
}

type TextPredicate = Extract<Predicate, { op: 'contains' | 'starts-with' | 'ends-with' }>;

const TEXT_FUNCTIONS = {
  contains: 'contains',
  'starts-with': 'starts_with',
  'ends-with': 'ends_with',
} as const;

/** By functions and not LIKE: nothing in the text needs an escape. */
function textTest(context: Context, predicate: TextPredicate): string {
  const column = requireTextColumn(context.columns, predicate.column);
  const value = cast(context, column, 'VARCHAR');
  const wanted = `CAST(${context.bind(predicate.text)} AS VARCHAR)`;
  const name = TEXT_FUNCTIONS[predicate.op];
  return predicate.matchCase ? `${name}(${value}, ${wanted})` : `${name}(lower(${value}), lower(${wanted}))`;
}

function cast(context: Context, column: PredicateColumn, common: PhysicalType): string {
  const name = context.name(column);
  return column.physical === common ? name : `CAST(${name} AS ${common})`;
}

function bound(context: Context, operand: Operand): string {
  return `CAST(${context.bind(operand.parameter)} AS ${operand.common})`;
}

function operator(comparator: Comparator): string {
  return comparator === '!=' ? '<>' : comparator;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
