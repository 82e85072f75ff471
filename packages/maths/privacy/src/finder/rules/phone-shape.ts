/** A run of digit groups as written: the groups' digits, and what stands between them. */
export interface DigitGroups {
  readonly groups: readonly string[];
  readonly separators: readonly string[];
  readonly plus: boolean;
  /** True when the first group, or the second after a country code, stands in parentheses. */
  readonly parenthesis: boolean;
}

/** How sure one is that groups of digits are a telephone number, by form alone; 0 when they cannot be. */
export function phoneConfidence(run: DigitGroups): number {
  const { groups, separators, plus, parenthesis } = run;
  let total = 0;
  for (const group of groups) total += group.length;
  if (total < 7 || total > 16 || groups.length > 7) return 0;
  const first = groups[0] ?? '';
  const lengths = groups.map((group) => group.length).join('-');
  const dots = separators.length > 0 && separators.every((text) => text.includes('.'));
  if (plus) {
    if (total < 8 || total > 15 || first.startsWith('0')) return 0;
    return dots && groups.length === 2 ? 0 : 0.95;
  }
  if (groups.length === 1) return 0;
  if (isNanp(groups, lengths)) {
    if (parenthesis) return 0.95;
    return separators.every((text) => text === ' ') ? 0.7 : 0.85;
  }
  if (dots && groups.length === 2) return 0;
  if (parenthesis && first.length <= 5 && total >= 8 && total <= 12) return 0.75;
  if (first.startsWith('00') && total >= 10 && first.length <= 5 && !/^00+$/.test(first + (groups[1] ?? '')))
    return 0.85;
  return nationalConfidence(groups, separators, lengths, total);
}

function isNanp(groups: readonly string[], lengths: string): boolean {
  const at = lengths === '3-3-4' ? 0 : lengths === '1-3-3-4' && groups[0] === '1' ? 1 : -1;
  if (at < 0) return false;
  const area = groups[at] ?? '';
  const exchange = groups[at + 1] ?? '';
  return area >= '200' && exchange >= '200' && area.slice(1) !== '11' && exchange.slice(1) !== '11';
}

const FIRM_NATIONAL = new Set([
  '2-2-2-2-2', // France
  '3-4-4', // Britain, Japan, Korea
  '4-3-4',
  '5-6',
  '5-3-3',
  '4-6',
  '2-4-4',
  '3-3-4',
  '4-3-3', // Australia, Netherlands
  '4-2-4', // Japan
  '3-3-2-2', // Switzerland, Sweden
  '2-8',
  '3-7',
  '3-8',
  '4-7',
  '2-3-4',
  '2-3-2-2',
  '3-3-3',
  '4-3-2-2',
  '4-2-2-2',
  '3-2-2-2',
  '3-2-2-2-2',
  '2-4-3',
  '3-2-3-2',
  '3-5-3',
  '2-7',
  '3-6',
  '4-5',
  '2-3-3',
  '3-4-3',
]);

function nationalConfidence(
  groups: readonly string[],
  separators: readonly string[],
  lengths: string,
  total: number,
): number {
  const first = groups[0] ?? '';
  const spaced = separators.every((text) => text === ' ' || text === '-' || text === '/' || text === '.');
  if (!spaced || new Set(separators).size > 2) return 0;
  if (first.startsWith('0') && first.length >= 2 && total >= 8 && total <= 12 && first !== '00') {
    if (/^0+$/.test(first)) return 0;
    if (FIRM_NATIONAL.has(lengths)) return 0.7;
    return first.length <= 5 && groups.length <= 5 && (separators[0] === '/' || groups.length >= 3) ? 0.5 : 0;
  }
  // Korea, China and Brazil: mobile numbers whose first group is recognisable.
  if (lengths === '3-4-4' && /^(?:01\d|1[3-9]\d)$/.test(first)) return 0.75;
  return 0;
}

/** Forms that are telephone numbers only where something else says so: a column's name or a word beside them. */
export function hasLoosePhoneShape(run: DigitGroups): boolean {
  const { groups, separators } = run;
  let total = 0;
  for (const group of groups) total += group.length;
  if (total < 6 || total > 15 || groups.length > 7) return false;
  if (groups.length === 2 && separators[0] === '.') return false;
  return !groups.every((group) => /^0+$/.test(group));
}
