import type { ColumnFacts, ColumnMapping, ColumnSpec, MappingOffer } from '@assay/contracts';
import { columnForType, nearestName } from '@assay/domain';

export type FileColumns = { columns: readonly ColumnSpec[]; facts: readonly ColumnFacts[] };

/** One column of a file as it becomes a column of the run. */
export type MappedColumn = { from: string; spec: ColumnSpec };

export type Mapped = { mapped: MappedColumn[]; missing: string[]; surplus: string[]; offered: ColumnMapping };

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The column of the source that a column of a file is, as far as its name tells. */
function guess(name: string, open: readonly ColumnSpec[]): ColumnSpec | null {
  const exact = open.find((column) => column.name === name);
  if (exact !== undefined) return exact;
  const alike = open.find((column) => plain(column.name) === plain(name));
  if (alike !== undefined) return alike;
  const near = nearestName(
    name,
    open.map((column) => column.name),
  );
  return open.find((column) => column.name === near) ?? null;
}

/**
 * Brings the columns of a file to those of the source it is compared with: as a person has mapped them, else by equal
 * names. What does not meet is named, with a mapping that may mend it.
 *
 * @param aside columns of the file that tell where rows come from
 */
export function mapColumns(
  file: FileColumns,
  source: readonly ColumnSpec[],
  mapping: ColumnMapping | null,
  aside: ReadonlySet<string>,
): Mapped {
  const told = mapping === null ? null : new Map(mapping.map((each) => [each.from, each.to]));
  const ours = file.columns.filter((column) => !aside.has(column.name));
  const mapped: MappedColumn[] = [];
  const surplus: string[] = [];
  for (const column of ours) {
    const to = told === null ? column.name : (told.get(column.name) ?? null);
    const target = source.find((each) => each.name === to);
    if (target === undefined) {
      if (told === null || !told.has(column.name)) surplus.push(column.name);
      continue;
    }
    const facts = file.facts[file.columns.indexOf(column)];
    const read = facts === undefined ? {} : columnForType(target.type, facts);
    // Stored as the source is: what is compared must be of one type.
    mapped.push({
      from: column.name,
      spec: { ...target, ...read, physical: target.physical, index: column.index },
    });
  }
  const taken = new Set(mapped.map(({ spec }) => spec.name));
  const open = source.filter((column) => !taken.has(column.name));
  const offered: ColumnMapping = [];
  for (const column of ours) {
    const known = mapped.find((each) => each.from === column.name);
    const found = known === undefined ? guess(column.name, open) : null;
    if (found !== null) open.splice(open.indexOf(found), 1);
    offered.push({ from: column.name, to: known?.spec.name ?? found?.name ?? null });
  }
  return {
    mapped,
    // Identifiers are made anew or left out; that they are not there is no fault.
    missing: source
      .filter((column) => !taken.has(column.name) && column.role !== 'identifier')
      .map((column) => column.name),
    surplus,
    offered,
  };
}

/** The sentence of a file that does not fit. */
export function describeMisfit({ missing, surplus, misfits }: Omit<MappingOffer, 'offered'>): string {
  const list = (names: readonly string[]) =>
    `${names
      .slice(0, 5)
      .map((name) => `"${name}"`)
      .join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
  const parts = [
    ...(missing.length === 0 ? [] : [`it lacks ${list(missing)}`]),
    ...(surplus.length === 0 ? [] : [`the source has no ${list(surplus)}`]),
    ...misfits
      .slice(0, 3)
      .map(
        (each) =>
          `${each.cells} cells of "${each.column}" do not read as ${each.expected}${each.example === null ? '' : ` (${JSON.stringify(each.example.slice(0, 40))})`}`,
      ),
  ];
  return `The file does not fit the source: ${parts.join('; ')}.`;
}
