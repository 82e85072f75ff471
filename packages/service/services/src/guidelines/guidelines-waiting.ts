import { guideline as guidelineSchema } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, type ProjectMembership, projectsWith } from '@assay/domain';
import { acknowledgementView } from './guideline-record.ts';

const MOST = 100;

/** Guidelines that one person must still acknowledge, and open questions that they may answer, each with where it is. */
export async function guidelinesWaiting(
  t: Repositories,
  actor: Actor,
  userId: string,
  roles: readonly ProjectMembership[],
) {
  const rows = await t.guidelines.live(projectsWith(actor, 'guideline.acknowledge', roles), MOST);
  const acknowledged = await t.guidelines.acknowledgedBy(
    userId,
    rows.map((row) => row.id),
  );
  const rolesIn = new Map(roles.map((each) => [each.projectId, each.roles]));
  const toAcknowledge = [];
  for (const row of rows) {
    const newest = row.versions[0];
    if (newest === undefined) continue;
    const document = guidelineSchema.parse(newest.document);
    const { must, number } = await acknowledgementView(
      t,
      rolesIn.get(row.projectId) ?? [],
      acknowledged.get(row.id) ?? null,
      { number: newest.number, document },
    );
    if (!must) continue;
    toAcknowledge.push({
      guidelineId: row.id,
      name: row.name,
      number: newest.number,
      again: number !== null,
      link: `/guidelines/${row.id}`,
    });
  }
  const open = await t.guidelineQuestions.open(projectsWith(actor, 'guideline.write', roles), MOST);
  const toAnswer = new Map<string, { guidelineId: string; name: string; count: number; link: string }>();
  for (const { askedBy, guideline } of open) {
    if (askedBy === userId) continue;
    const { id: guidelineId, name } = guideline;
    const count = (toAnswer.get(guidelineId)?.count ?? 0) + 1;
    toAnswer.set(guidelineId, { guidelineId, name, count, link: `/guidelines/${guidelineId}/questions` });
  }
  return { toAcknowledge, toAnswer: [...toAnswer.values()] };
}
