import { DEFAULT_ROUTING, notFound, type ReviewRouting, reviewRouting } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { stale } from '../frame/stale.ts';
import { asJson } from '../sources/source-record.ts';
import { orderSweep } from './order-sweep.ts';

/** The rules in force for a batch, or for a project; `number` 0 where nobody said anything. */
export async function routingOf(t: Repositories, projectId: string, batchId: string | null) {
  const row = await t.reviewRoutings.inForce(projectId, batchId);
  if (row === null) return { number: 0, of: 'program' as const, document: DEFAULT_ROUTING };
  const of = row.batchId === null ? ('project' as const) : ('batch' as const);
  return { number: row.number, of, document: reviewRouting.parse(row.document) };
}

/** The rules by which samples of a batch go before an expert: with the review rate of its own, where it has one. */
export async function routingFor(
  t: Repositories,
  projectId: string,
  batchId: string,
): Promise<ReviewRouting> {
  const { document } = await routingOf(t, projectId, batchId);
  const rate = (await t.batches.get(batchId))?.reviewRate ?? null;
  return rate === null ? document : { ...document, random: { ...document.random, share: rate / 1000 } };
}

/** The rules that hold, and the number of the own ones to save upon. */
export function getRouting(deps: Deps, actor: Actor, input: { projectId: string; batchId: string | null }) {
  return query(deps, actor, async (t) => {
    await requireBatchOf(t, input);
    const found = await routingOf(t, input.projectId, input.batchId);
    const own = found.of === (input.batchId === null ? 'project' : 'batch');
    return { ...found, known: own ? found.number : 0 };
  });
}

async function requireBatchOf(t: Repositories, at: { projectId: string; batchId: string | null }) {
  if (at.batchId === null) return;
  const batch = await t.batches.get(at.batchId);
  if (batch === null || batch.projectId !== at.projectId) throw notFound('batch');
}

/** Says which samples go before an expert from now on, and looks at what was answered before by these rules. */
export function saveRouting(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; batchId: string | null; known: number; document: ReviewRouting },
): Promise<{ number: number }> {
  const createdBy = requirePerson(actor);
  return command(deps, actor, async (context) => {
    const { t, record } = context;
    const { projectId, batchId, known, document } = input;
    await requireBatchOf(t, input);
    const id = deps.ids.next();
    const saved = await t.reviewRoutings.add({
      id,
      projectId,
      batchId,
      known,
      document: asJson(document),
      createdBy,
    });
    if (saved === null) throw stale('rules of review');
    const batchIds = batchId === null ? await t.batches.answered(projectId) : [batchId];
    for (const each of batchIds) await orderSweep(context, { id: each, projectId });
    await record({
      action: 'review.routing-saved',
      object: { type: 'project', id: projectId },
      projectId,
      details: { number: saved.number, document: asJson(document) as never },
      alsoTouched: [
        { type: 'reviewRouting', id },
        ...(batchId === null ? [] : [{ type: 'batch', id: batchId }]),
      ],
    });
    return { number: saved.number };
  });
}
