import type { ImportNotice } from '@assay/contracts';

/** Names reserved for hidden columns of the stored chunks. */
const RESERVED = new Set(['__row']);
const LONGEST_NAME = 256;

/**
 * Unique, non-empty column names from header cells: an empty one becomes `column_3`, a repeated one `name_2`.
 * Unique also without regard to case. `cells` null (no header) names every column by its place.
 */
export function headerNames(
  cells: readonly string[] | null,
  columns: number,
): { names: string[]; sourceNames: string[]; notices: ImportNotice[] } {
  const names: string[] = [];
  const sourceNames: string[] = [];
  const notices: ImportNotice[] = [];
  const wanted = Array.from({ length: columns }, (_, i) => cleanName(cells?.[i] ?? ''));
  // Names that stand in the header as they are go first: an invented one must not take them.
  const taken = new Set<string>();
  const standing = new Set(wanted.filter((name) => name !== '').map((name) => name.toLowerCase()));
  for (const [i, base] of wanted.entries()) {
    const empty = base === '';
    const stem = empty ? `column_${i + 1}` : base;
    const free = (name: string, invented: boolean) =>
      !taken.has(name.toLowerCase()) &&
      !RESERVED.has(name) &&
      !(invented && standing.has(name.toLowerCase()));
    let name = stem;
    for (let n = 2; !free(name, empty || name !== stem); n++)
      name = `${stem.slice(0, LONGEST_NAME - 8)}_${n}`;
    taken.add(name.toLowerCase());
    names.push(name);
    sourceNames.push((cells?.[i] ?? '').slice(0, 4096));
    if (cells === null) continue;
    if (empty) {
      notices.push(
        renamed('header-empty', `Column ${i + 1} has no name in the header: it is called "${name}".`, name),
      );
    } else if (name !== base) {
      notices.push(
        renamed(
          'header-duplicate',
          `Column ${i + 1} repeats the name "${base}": it is called "${name}".`,
          name,
        ),
      );
    }
  }
  return { names, sourceNames, notices: limited(notices) };
}

function cleanName(cell: string): string {
  // Control characters and runs of blanks make a name that nobody can type.
  return cell
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .trim();
}

const renamed = (code: string, message: string, column: string): ImportNotice => ({
  severity: 'warning',
  code,
  message: message.slice(0, 1000),
  column,
  line: null,
  count: null,
});

/** A thousand renamed columns are one message. */
function limited(notices: ImportNotice[]): ImportNotice[] {
  if (notices.length <= 50) return notices;
  return [
    ...notices.slice(0, 49),
    {
      severity: 'warning',
      code: 'header-renamed',
      message: `${notices.length - 49} more columns had an empty or repeated name and were given a unique one.`,
      column: null,
      line: null,
      count: notices.length - 49,
    },
  ];
}
