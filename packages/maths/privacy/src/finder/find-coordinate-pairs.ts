import type { ColumnSummary } from './column-scanner.ts';
import { nameEvidence } from './header/name-evidence.ts';

/** Two columns that together say where something is. */
export interface CoordinatePair {
  readonly latitude: string;
  readonly longitude: string;
  readonly confidence: number;
  readonly reason: string;
}

/**
 * Finds pairs of latitude and longitude columns from the summaries of a table's columns (in table order): by names of
 * the same stem (`pickup_lat`, `pickup_lon`), or by neighbours named `y` and `x` whose numbers have two decimals or
 * more and lie within latitude and longitude. All numbers must lie in range. A column is in at most one pair.
 */
export function findCoordinatePairs(columns: readonly ColumnSummary[]): CoordinatePair[] {
  const pairs: CoordinatePair[] = [];
  const used = new Set<number>();
  const facts = columns.map((column) => ({
    column,
    evidence: nameEvidence(column.name),
    numeric: isFine(column),
  }));
  facts.forEach((a, i) => {
    const axis = a.evidence.axis;
    if (!a.numeric || used.has(i) || (axis !== 'latitude' && axis !== 'y') || !within(a.column, 90)) return;
    const partner = axis === 'latitude' ? 'longitude' : 'x';
    const at = facts.findIndex(
      (b, j) =>
        j !== i &&
        !used.has(j) &&
        b.numeric &&
        b.evidence.axis === partner &&
        b.evidence.stem === a.evidence.stem &&
        within(b.column, 180) &&
        (axis === 'latitude' || Math.abs(j - i) === 1),
    );
    const b = facts[at];
    if (b === undefined) return;
    if (axis === 'y' && a.column.fine < 0.95 * a.column.scanned) return;
    used.add(i);
    used.add(at);
    pairs.push({
      latitude: a.column.name,
      longitude: b.column.name,
      confidence: axis === 'latitude' ? 0.95 : 0.6,
      reason:
        axis === 'latitude'
          ? 'Both names say so and all numbers are in range.'
          : 'Neighbours named y and x with fine decimals in range.',
    });
  });
  return pairs;
}

function isFine(column: ColumnSummary): boolean {
  return column.scanned > 0 && column.numeric >= 0.9 * column.scanned && column.fine >= 0.6 * column.scanned;
}

function within(column: ColumnSummary, bound: number): boolean {
  return column.minimum >= -bound && column.maximum <= bound;
}
