import type { Comparator, Literal, PhysicalType, Predicate } from '@assay/contracts';
import { findColumn, type PredicateColumn } from './predicate-column.ts';

type Atom =
  | { kind: 'compare'; column: string; comparator: Comparator; value: Literal }
  | { kind: 'columns'; left: string; comparator: Comparator; right: string }
  | { kind: 'missing'; column: string; is: boolean };

const OPPOSITE: Record<Comparator, Comparator> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};
const MOST_CASES = 256;

/** The cases of a predicate, each a list of atoms that all hold; null when there are too many to look at. */
function casesOf(node: Predicate, negated: boolean): Atom[][] | null {
  switch (node.op) {
    case 'true':
      return negated ? [] : [[]];
    case 'not':
      return casesOf(node.arg, !negated);
    case 'and':
    case 'or': {
      const parts = node.args.map((arg) => casesOf(arg, negated));
      if (parts.some((part) => part === null)) return null;
      const known = parts.filter((part) => part !== null);
      return (node.op === 'or') === negated ? product(known) : known.flat();
    }
    case 'compare': {
      const comparator = negated ? OPPOSITE[node.comparator] : node.comparator;
      return [[{ kind: 'compare', column: node.column, comparator, value: node.value }]];
    }
    case 'compare-columns': {
      const comparator = negated ? OPPOSITE[node.comparator] : node.comparator;
      return [[{ kind: 'columns', left: node.left, comparator, right: node.right }]];
    }
    case 'in': {
      const atoms = node.values.map(
        (value): Atom => ({
          kind: 'compare',
          column: node.column,
          comparator: negated ? '!=' : '=',
          value,
        }),
      );
      return negated ? [atoms] : atoms.map((atom) => [atom]);
    }
    case 'between': {
      const low: Atom = {
        kind: 'compare',
        column: node.column,
        comparator: negated ? '<' : '>=',
        value: node.low,
      };
      const high: Atom = {
        kind: 'compare',
        column: node.column,
        comparator: negated ? '>' : '<=',
        value: node.high,
      };
      return negated ? [[low], [high]] : [[low, high]];
    }
    case 'missing':
      return [[{ kind: 'missing', column: node.column, is: !negated }]];
    default:
      // What a text contains is not reasoned about, but it is there.
      return [[{ kind: 'missing', column: node.column, is: false }]];
  }
}

function product(parts: readonly Atom[][][]): Atom[][] | null {
  let cases: Atom[][] = [[]];
  for (const part of parts) {
    cases = cases.flatMap((each) => part.map((more) => [...each, ...more]));
    if (cases.length > MOST_CASES) return null;
  }
  return cases;
}

type Known = {
  low: { value: number | string; open: boolean } | null;
  high: { value: number | string; open: boolean } | null;
  not: (number | string)[];
  present: boolean;
  missing: boolean;
};

const NUMERIC: readonly PhysicalType[] = ['BIGINT', 'DOUBLE'];

function holds(atoms: readonly Atom[], columns: readonly PredicateColumn[]): boolean {
  const known = new Map<string, Known>();
  const of = (name: string): Known => {
    const key = findColumn(columns, name)?.name ?? name;
    let entry = known.get(key);
    if (entry === undefined) {
      entry = { low: null, high: null, not: [], present: false, missing: false };
      known.set(key, entry);
    }
    return entry;
  };
  const below: { from: string; to: string; strict: boolean }[] = [];
  for (const atom of atoms) {
    if (atom.kind === 'missing') {
      const entry = of(atom.column);
      if (atom.is) entry.missing = true;
      else entry.present = true;
    } else if (atom.kind === 'compare') {
      const column = findColumn(columns, atom.column);
      const numeric = column !== null && NUMERIC.includes(column.physical);
      tighten(of(atom.column), atom.comparator, numeric ? Number(atom.value) : String(atom.value));
    } else {
      of(atom.left).present = true;
      of(atom.right).present = true;
      const edge = (from: string, to: string, strict: boolean) => below.push({ from, to, strict });
      const [left, right] = [atom.left, atom.right].map((name) => findColumn(columns, name)?.name ?? name);
      if (left === undefined || right === undefined) continue;
      if (atom.comparator === '<' || atom.comparator === '<=') edge(left, right, atom.comparator === '<');
      if (atom.comparator === '>' || atom.comparator === '>=') edge(right, left, atom.comparator === '>');
      if (atom.comparator === '=') {
        edge(left, right, false);
        edge(right, left, false);
      }
      if (atom.comparator === '!=' && left === right) return false;
    }
  }
  for (const [name, entry] of known) {
    if (entry.missing && (entry.present || entry.low !== null || entry.high !== null)) return false;
    const column = findColumn(columns, name);
    if (!isOpen(entry, column?.physical === 'BIGINT')) return false;
  }
  return !hasStrictCycle(below);
}

function tighten(entry: Known, comparator: Comparator, value: number | string): void {
  entry.present = true;
  if (comparator === '!=') entry.not.push(value);
  if (comparator === '=' || comparator === '>' || comparator === '>=') {
    const open = comparator === '>';
    const { low } = entry;
    if (low === null || value > low.value || (value === low.value && open)) entry.low = { value, open };
  }
  if (comparator === '=' || comparator === '<' || comparator === '<=') {
    const open = comparator === '<';
    const { high } = entry;
    if (high === null || value < high.value || (value === high.value && open)) entry.high = { value, open };
  }
}

/** Is there a value between the bounds? */
function isOpen({ low, high, not }: Known, whole: boolean): boolean {
  if (low === null || high === null) return true;
  if (low.value > high.value) return false;
  if (low.value === high.value) return !low.open && !high.open && !not.includes(low.value);
  if (whole && typeof low.value === 'number' && typeof high.value === 'number') {
    const first = low.open ? Math.floor(low.value) + 1 : Math.ceil(low.value);
    const last = high.open ? Math.ceil(high.value) - 1 : Math.floor(high.value);
    if (first > last) return false;
    if (last - first >= not.length) return true;
    for (let value = first; value <= last; value += 1) if (!not.includes(value)) return true;
    return false;
  }
  return true;
}

/** Does a column have to be below itself? */
function hasStrictCycle(below: readonly { from: string; to: string; strict: boolean }[]): boolean {
  const names = [...new Set(below.flatMap((edge) => [edge.from, edge.to]))];
  const at = new Map(names.map((name, index) => [name, index]));
  // 0 unknown, 1 at most, 2 below.
  const reach = names.map(() => new Uint8Array(names.length));
  for (const { from, to, strict } of below) {
    const row = reach[at.get(from) ?? 0]!;
    row[at.get(to) ?? 0] = Math.max(row[at.get(to) ?? 0]!, strict ? 2 : 1);
  }
  for (let k = 0; k < names.length; k += 1)
    for (let i = 0; i < names.length; i += 1)
      for (let j = 0; j < names.length; j += 1) {
        const first = reach[i]![k]!;
        const second = reach[k]![j]!;
        if (first > 0 && second > 0) reach[i]![j] = Math.max(reach[i]![j]!, first, second);
      }
  return names.some((_, i) => reach[i]![i] === 2);
}

/**
 * Could any row match all of these predicates together? False is certain; true means that no contradiction was found
 * (bounds of columns, equalities, order between columns and missing values are reasoned about, texts are not).
 */
export function canHold(predicates: readonly Predicate[], columns: readonly PredicateColumn[]): boolean {
  const cases = casesOf({ op: 'and', args: [...predicates] }, false);
  return cases === null || cases.some((atoms) => holds(atoms, columns));
}
