import {
  AssayError,
  type ColumnProfile,
  type ColumnSpec,
  type Predicate,
  personalDataKind,
  type TableManifest,
} from '@assay/contracts';
import { type Actor, columnsOf as columnsOfPredicate, validatePredicate } from '@assay/domain';
import { mask } from '@assay/privacy';
import type { CellValue, PageKey, Sort } from '@assay/tables';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { recordAccess } from '../ledger/record-access.ts';
import { redactText } from './mask-detection.ts';
import { columnsOf, requireReadable, requireSource } from './source-record.ts';
import { withTable } from './version-table.ts';

export type RowsInput = {
  versionId: string;
  predicate: Predicate;
  sort: readonly Sort[];
  columns: readonly string[] | null;
  after: PageKey | null;
  offset: number;
  limit: number;
  /** Ask for masked columns in clear: needs the right to it, and is on record with the reason. */
  unmask: { reason: string } | null;
};

type Masked = ReadonlyMap<string, string>;

/** Names of the columns that are masked and the kind of personal data in each: open or confirmed findings. */
async function maskedColumns(
  deps: Deps,
  actor: Actor,
  versionId: string,
): Promise<{
  columns: ColumnSpec[];
  masked: Masked;
  projectId: string;
  sourceId: string;
  manifest: TableManifest;
}> {
  return query(deps, actor, async (t) => {
    const { version, manifest } = await requireReadable(t, versionId);
    const source = await requireSource(t, version.sourceId);
    const columns = await columnsOf(t, versionId);
    const findings = await t.sources.findings(versionId);
    const nameOf = new Map(columns.map((column) => [column.index, column.name]));
    const masked = new Map<string, string>();
    for (const finding of findings) {
      const name = nameOf.get(finding.columnIndex);
      if (name !== undefined && finding.status !== 'DISMISSED' && !masked.has(name))
        masked.set(name, finding.kind);
    }
    // The manifest keeps the columns as committed; roles and words live in the dictionary.
    return { columns, masked, projectId: source.projectId, sourceId: source.id, manifest };
  });
}

function maskCell(kind: string, value: CellValue): CellValue {
  if (value === null) return null;
  const known = personalDataKind.safeParse(kind);
  if (!known.success) return '•••';
  return known.data === 'free-text-personal-data'
    ? redactText(String(value))
    : mask(known.data, String(value));
}

/** A filter or sort on a masked column would tell its values one question at a time. */
function refuseMaskedQuestions(masked: Masked, predicate: Predicate, sort: readonly Sort[]): void {
  const asked = [...columnsOfPredicate(predicate), ...sort.map((each) => each.column)];
  const hidden = asked.find((name) => masked.has(name));
  if (hidden !== undefined) {
    throw new AssayError(
      'forbidden',
      `"${hidden}" holds personal data and is masked: it cannot be filtered or sorted by.`,
      {
        field: 'predicate',
        next: 'Dismiss the finding if it is none, or show the column in clear with a reason if you have the right.',
      },
    );
  }
}

function checkPredicate(columns: readonly ColumnSpec[], predicate: Predicate): void {
  const problem = validatePredicate(predicate, columns)[0];
  if (problem !== undefined) throw new AssayError('bad-input', problem.message, { field: 'predicate' });
}

/** One page of rows. Masked cells stay masked unless asked for with a reason; each reading is an access event. */
export async function readRows(deps: Deps, actor: Actor, input: RowsInput) {
  const { columns, masked, projectId, sourceId, manifest } = await maskedColumns(
    deps,
    actor,
    input.versionId,
  );
  checkPredicate(columns, input.predicate);
  if (input.unmask === null) refuseMaskedQuestions(masked, input.predicate, input.sort);
  const page = await withTable(deps, manifest, (reader) =>
    reader.page({
      predicate: input.predicate,
      sort: input.sort,
      ...(input.columns === null ? {} : { columns: input.columns }),
      ...(input.after === null ? { offset: input.offset } : { after: input.after }),
      limit: input.limit,
    }),
  );
  await recordAccess(deps, actor, {
    action: input.unmask === null ? 'source-version.rows-read' : 'source-version.rows-read-unmasked',
    object: { type: 'sourceVersion', id: input.versionId },
    projectId,
    details: {
      rows: page.rows.length,
      first: page.rows[0]?.row ?? null,
      last: page.rows.at(-1)?.row ?? null,
      ...(input.unmask === null ? {} : { reason: input.unmask.reason, columns: [...masked.keys()] }),
    },
    alsoTouched: [{ type: 'source', id: sourceId }],
  });
  const kinds = page.columns.map((name) => (input.unmask === null ? masked.get(name) : undefined));
  return {
    columns: page.columns,
    maskedColumns: page.columns.filter((_, place) => kinds[place] !== undefined),
    rows: page.rows.map(({ row, cells }) => ({
      row,
      cells: cells.map((value, place) => {
        const kind = kinds[place];
        return kind === undefined ? value : maskCell(kind, value);
      }),
    })),
    total: page.total,
    // A page that was sorted by a masked column cannot come here masked, so its key tells nothing that is hidden.
    next: page.next,
  };
}

/** Statistics of one column under a filter. A masked column has counts only. */
export async function readColumnStats(
  deps: Deps,
  actor: Actor,
  input: { versionId: string; column: string; predicate: Predicate },
): Promise<ColumnProfile> {
  const { columns, masked, manifest } = await maskedColumns(deps, actor, input.versionId);
  checkPredicate(columns, input.predicate);
  refuseMaskedQuestions(masked, input.predicate, []);
  const stats = await withTable(deps, manifest, (reader) =>
    reader.columnStats(input.column, input.predicate),
  );
  return masked.has(input.column) ? withoutValues(stats) : stats;
}

/** A column's profile with everything that shows a value taken out. */
export function withoutValues(profile: ColumnProfile): ColumnProfile {
  return { ...profile, top: [], rare: null, numeric: null, datetime: null };
}

/** CSV of the rows that match, for download; masked columns are masked, formulas are made harmless. */
export async function* exportRows(
  deps: Deps,
  actor: Actor,
  input: { versionId: string; predicate: Predicate },
): AsyncGenerator<Uint8Array> {
  const { columns, masked, projectId, sourceId, manifest } = await maskedColumns(
    deps,
    actor,
    input.versionId,
  );
  checkPredicate(columns, input.predicate);
  refuseMaskedQuestions(masked, input.predicate, []);
  const open = columns.filter((column) => !masked.has(column.name)).map((column) => column.name);
  await recordAccess(deps, actor, {
    action: 'source-version.rows-exported',
    object: { type: 'sourceVersion', id: input.versionId },
    projectId,
    details: { columns: open.length, leftOut: [...masked.keys()] },
    alsoTouched: [{ type: 'source', id: sourceId }],
  });
  const reader = await deps.tables.open(manifest, (chunk) => deps.storage.localPath(chunk.key));
  try {
    yield* reader.exportCsv({ columns: open, predicate: input.predicate });
  } finally {
    await reader.close();
  }
}

/** The profile of a version, with masked columns reduced to counts. */
export async function maskProfile(deps: Deps, actor: Actor, versionId: string): Promise<Masked> {
  return (await maskedColumns(deps, actor, versionId)).masked;
}
