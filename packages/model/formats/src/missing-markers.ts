/** Written by programs for "no value": missing wherever they stand, unless the column looks like codes. */
const STRONG = [
  'NA',
  'N/A',
  'n/a',
  '#N/A',
  'null',
  'NULL',
  'Null',
  'NaN',
  'nan',
  '\\N',
  '<NA>',
  '#NULL!',
  'N.A.',
  'n.a.',
];
/** Also words and signs in their own right: missing only among numbers or dates. */
const WEAK = [
  'none',
  'None',
  'NONE',
  'missing',
  'Missing',
  'unknown',
  'Unknown',
  'nil',
  '--',
  '-',
  '.',
  '*',
  'na',
];
/** Signs that stand for nothing else in a cell of their own. */
const SIGNS = ['?', '??', '---'];
const NUMERIC = ['-999', '-9999', '-99', '-99999', '-999.0', '-9999.0'];

const NUMBER = /^[+-]?(\d[\d,.' _]*|\.\d+)([eE][+-]?\d+)?%?$/;
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/;
const CODE = /^[A-Z]{2}$/;

/**
 * Judges from the values of each column which markers stand for missing. Columns are arrays of trimmed cells.
 * `-999` and its like count only where all other numbers are not negative and they come twice or more.
 */
export function missingMarkers(columns: readonly (readonly string[])[]): string[] {
  const found = new Set<string>();
  for (const column of columns) {
    const counts = new Map<string, number>();
    for (const cell of column) if (cell !== '') counts.set(cell, (counts.get(cell) ?? 0) + 1);
    const candidates = new Set(
      [...STRONG, ...WEAK, ...SIGNS, ...NUMERIC].filter((marker) => counts.has(marker)),
    );
    if (candidates.size === 0) continue;
    const others = [...counts.keys()].filter((value) => !candidates.has(value));
    const typed = others.filter((value) => NUMBER.test(value) || DATE.test(value)).length;
    const mostlyTyped = others.length > 0 && typed >= others.length * 0.9;
    const codes = others.length >= 3 && others.every((value) => CODE.test(value));
    for (const marker of candidates) {
      if (NUMERIC.includes(marker)) {
        if (mostlyTyped && standsApart(others, marker, counts.get(marker) ?? 0)) found.add(marker);
      } else if (STRONG.includes(marker)) {
        if (!(codes && marker === 'NA')) found.add(marker);
      } else if (SIGNS.includes(marker) || mostlyTyped) found.add(marker);
    }
  }
  return [...STRONG, ...WEAK, ...SIGNS, ...NUMERIC].filter((marker) => found.has(marker));
}

function standsApart(others: readonly string[], marker: string, count: number): boolean {
  if (count < 2) return false;
  const numbers = others.map(Number).filter(Number.isFinite);
  return numbers.length >= 5 && numbers.every((value) => value >= 0 && value < -Number(marker) * 100);
}
