import { AssayError, type ColumnEdit, type ColumnSpec, columnSpec } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { stale } from '../frame/stale.ts';
import { asJson, columnsOf, requireReadable, requireSource } from './source-record.ts';

export type ColumnView = ColumnSpec & {
  /** What a change of the column must have seen. */
  revision: number;
  roleConfirmed: boolean;
  /** Personal data in the column: undecided or confirmed. */
  findings: { id: string; kind: string; status: string }[];
};

/** Columns with their dictionary, a page at a time; a table may have thousands. */
export function listColumns(
  deps: Deps,
  actor: Actor,
  input: { versionId: string; search: string; offset: number; limit: number },
): Promise<{ columns: ColumnView[]; total: number }> {
  return query(deps, actor, async (t) => {
    const [rows, findings] = await Promise.all([
      t.sources.columns(input.versionId),
      t.sources.findings(input.versionId),
    ]);
    const wanted = input.search.trim().toLowerCase();
    const all = rows
      .map((row) => ({
        spec: columnSpec.parse(row.spec),
        confirmed: row.roleConfirmedAt !== null,
        revision: row.revision,
      }))
      .filter(
        ({ spec }) =>
          wanted === '' ||
          [spec.name, spec.label, spec.meaning ?? ''].some((text) => text.toLowerCase().includes(wanted)),
      );
    return {
      total: all.length,
      columns: all.slice(input.offset, input.offset + input.limit).map(({ spec, confirmed, revision }) => ({
        ...spec,
        revision,
        roleConfirmed: confirmed,
        findings: findings
          .filter((finding) => finding.columnIndex === spec.index && finding.status !== 'DISMISSED')
          .map((finding) => ({ id: finding.id, kind: finding.kind, status: finding.status })),
      })),
    };
  });
}

/** Changes to the dictionary of a committed version: everything but name and type, which are in the data. */
export type DictionaryEdit = Omit<ColumnEdit, 'name' | 'type'> & {
  /** The column's, as it was seen. */
  revision: number;
  confirmRole?: boolean | undefined;
};

/** Edits labels, units, meanings, allowed values and roles. A role that changes, or is confirmed, is confirmed. */
export function updateColumns(
  deps: Deps,
  actor: Actor,
  input: { versionId: string; edits: readonly DictionaryEdit[] },
): Promise<{ jobId: string | null }> {
  return command(deps, actor, async ({ t, record, order }) => {
    const { version } = await requireReadable(t, input.versionId);
    const source = await requireSource(t, version.sourceId);
    await t.sources.lockColumns(input.versionId);
    let rolesChanged = false;
    const changed: string[] = [];
    for (const edit of input.edits) {
      const row = await t.sources.column(input.versionId, edit.index);
      if (row === null) {
        throw new AssayError('bad-input', `There is no column ${edit.index + 1} in this version.`, {
          field: 'edits',
        });
      }
      const before = columnSpec.parse(row.spec);
      const { confirmRole, index, revision, ...fields } = edit;
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const after = columnSpec.parse({ ...before, ...given });
      const roleChanged = after.role !== before.role;
      rolesChanged ||= roleChanged || JSON.stringify(after.favourable) !== JSON.stringify(before.favourable);
      changed.push(after.name);
      const change = {
        spec: asJson(after),
        ...(roleChanged || confirmRole === true
          ? { roleConfirmedBy: actor.userId, roleConfirmedAt: deps.clock.now() }
          : {}),
      };
      if (!(await t.sources.updateColumn(input.versionId, index, revision, change))) {
        throw stale(`column "${before.name}"`);
      }
    }
    const targets = (await columnsOf(t, input.versionId)).filter((column) => column.role === 'target');
    if (targets.length > 1) {
      throw new AssayError(
        'bad-input',
        `A table has one target at most, and "${targets[0]?.name}" is one already.`,
        {
          field: 'role',
          next: 'Give the other column another role first.',
        },
      );
    }
    await record({
      action: 'source-version.columns-edited',
      object: { type: 'sourceVersion', id: input.versionId },
      projectId: source.projectId,
      details: {
        columns: changed.slice(0, 100),
        edits: input.edits.slice(0, 100).map((edit) => ({
          index: edit.index,
          ...(edit.role === undefined ? {} : { role: edit.role }),
          ...(edit.confirmRole === undefined ? {} : { confirmRole: edit.confirmRole }),
        })),
      },
      alsoTouched: [{ type: 'source', id: source.id }],
    });
    if (!rolesChanged) return { jobId: null };
    const jobId = await order({
      kind: 'source.measure',
      payload: { versionId: input.versionId },
      subject: { type: 'sourceVersion', id: input.versionId },
      projectId: source.projectId,
    });
    return { jobId };
  });
}
