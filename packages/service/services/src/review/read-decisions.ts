import { type ReviewActKind, returnStatus, reviewActKind, reviewStatus } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { faultsOf } from './read-item.ts';

const DECIDING: readonly ReviewActKind[] = ['accepted', 'corrected', 'rejected', 'sent-back'];

/** What one decided, or everybody did, newest first, and what became of it. */
export function listDecisions(
  deps: Deps,
  actor: Actor,
  input: {
    projectId: string;
    mine: boolean;
    kind?: ReviewActKind | undefined;
    before: string | null;
    limit: number;
  },
) {
  return query(deps, actor, async (t) => {
    const kinds = input.kind === undefined ? DECIDING : [input.kind];
    const by = input.mine ? (actor.userId ?? '') : null;
    const rows = await t.reviews.actsBy(input.projectId, { by, kinds }, input.before, input.limit);
    const page = rows.slice(0, input.limit);
    const names = await t.members.names(page.map((row) => row.by));
    const patternIds = [...new Set(page.flatMap((row) => row.patternId ?? []))];
    const patterns = await Promise.all(patternIds.map((id) => t.patterns.get(id)));
    return {
      decisions: page.map((row) => {
        const { reviewItem: item } = row;
        const pattern = patterns.find((each) => each?.id === row.patternId);
        return {
          id: row.id,
          kind: reviewActKind.parse(row.kind),
          by: { userId: row.by, name: names.get(row.by) ?? null },
          at: row.createdAt,
          faults: faultsOf(row.faults),
          comment: row.comment,
          item: {
            id: item.id,
            row: Number(item.row),
            status: reviewStatus.parse(item.status),
            batch: { id: item.batchId, number: item.batch.number, name: item.batch.name },
          },
          /** The final label of this very act holds. */
          stands: row.decisionId !== null && item.decisionId === row.decisionId,
          pattern: pattern == null ? null : { id: pattern.id, number: pattern.number, name: pattern.name },
          /** Of what was sent back: how the authors answered, the last time. */
          answers:
            row.kind === 'sent-back'
              ? item.returns
                  .filter((each) => each.round === item.round && each.status !== 'WITHDRAWN')
                  .map((each) => ({ status: returnStatus.parse(each.status), reply: each.reply }))
              : [],
        };
      }),
      next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}
