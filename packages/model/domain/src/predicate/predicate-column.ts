import type { PhysicalType, Predicate } from '@assay/contracts';

/** What a predicate needs to know of a column; a `ColumnSpec` is one. */
export type PredicateColumn = { readonly name: string; readonly physical: PhysicalType };

/** A predicate does not fit the columns it is used on. `validatePredicate` says the same before it is used. */
export class PredicateMismatch extends Error {
  override readonly name = 'PredicateMismatch';
}

/** The column of that name: names are unique without case, but an exact one is looked for first. */
export function findColumn<C extends PredicateColumn>(columns: readonly C[], name: string): C | null {
  const exact = columns.find((column) => column.name === name);
  if (exact !== undefined) return exact;
  const lower = name.toLowerCase();
  return columns.find((column) => column.name.toLowerCase() === lower) ?? null;
}

/** @throws PredicateMismatch where there is none */
export function requireColumn(columns: readonly PredicateColumn[], name: string): PredicateColumn {
  const column = findColumn(columns, name);
  if (column === null) throw new PredicateMismatch(`There is no column "${name}".`);
  return column;
}

/** The names of columns that a predicate reads, each once, in order of appearance. */
export function columnsOf(predicate: Predicate): string[] {
  const names = new Set<string>();
  const visit = (node: Predicate): void => {
    switch (node.op) {
      case 'true':
        return;
      case 'and':
      case 'or':
        node.args.forEach(visit);
        return;
      case 'not':
        visit(node.arg);
        return;
      case 'compare-columns':
        names.add(node.left);
        names.add(node.right);
        return;
      default:
        names.add(node.column);
    }
  };
  visit(predicate);
  return [...names];
}
