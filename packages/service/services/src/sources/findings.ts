import { type FindingView, findingView, notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { stale } from '../frame/stale.ts';
import { columnsOf, requireSource, requireVersion } from './source-record.ts';

/** Personal data found in a version, open ones first. Names of columns, never values. */
export function listFindings(deps: Deps, actor: Actor, input: { versionId: string }): Promise<FindingView[]> {
  return query(deps, actor, async (t) => {
    const columns = new Map((await columnsOf(t, input.versionId)).map((column) => [column.index, column]));
    const rows = await t.sources.findings(input.versionId);
    const rank = { OPEN: 0, CONFIRMED: 1, DISMISSED: 2 } as const;
    return rows
      .map((row) =>
        findingView.parse({
          ...row,
          decidedAt: row.decidedAt?.toISOString() ?? null,
          column: columns.get(row.columnIndex)?.name ?? '',
          columnLabel: columns.get(row.columnIndex)?.label ?? '',
          matched: Number(row.matched),
          scanned: Number(row.scanned),
        }),
      )
      .sort((a, b) => rank[a.status] - rank[b.status] || a.columnIndex - b.columnIndex);
  });
}

/** Confirms a finding (its column stays masked and is never modelled as it is), dismisses it, or opens it again. */
export function decideFinding(
  deps: Deps,
  actor: Actor,
  input: {
    findingId: string;
    revision: number;
    status: 'OPEN' | 'CONFIRMED' | 'DISMISSED';
    note: string | null;
  },
): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const finding = await t.sources.finding(input.findingId);
    if (finding === null) throw notFound('finding');
    const version = await requireVersion(t, finding.versionId);
    const source = await requireSource(t, version.sourceId);
    const done = await t.sources.decideFinding(input.findingId, input.revision, {
      status: input.status,
      note: input.note,
      decidedBy: actor.userId,
      decidedAt: deps.clock.now(),
    });
    if (!done) throw stale('finding');
    await record({
      action: `finding.${input.status.toLowerCase()}`,
      object: { type: 'finding', id: finding.id },
      projectId: source.projectId,
      details: {
        kind: finding.kind,
        column: finding.columnIndex,
        ...(input.note === null ? {} : { note: input.note }),
      },
      alsoTouched: [
        { type: 'sourceVersion', id: version.id },
        { type: 'source', id: source.id },
      ],
    });
  });
}
