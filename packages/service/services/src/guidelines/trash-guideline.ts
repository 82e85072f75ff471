import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireGuideline } from './guideline-record.ts';

/** Puts a guideline aside, with its versions, questions and who had read it. */
export function trashGuideline(deps: Deps, actor: Actor, input: { guidelineId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const guideline = await requireGuideline(t, input.guidelineId);
    await t.guidelines.trash(guideline.id, actor.userId, deps.clock.now());
    await record({
      action: 'guideline.trashed',
      object: { type: 'guideline', id: guideline.id },
      projectId: guideline.projectId,
      details: { name: guideline.name },
    });
  });
}

/** Takes a guideline out of the trash. */
export function restoreGuideline(deps: Deps, actor: Actor, input: { guidelineId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const guideline = await t.guidelines.getAny(input.guidelineId);
    if (guideline === null || !(await t.guidelines.restore(guideline.id)))
      throw notFound('guideline in the trash');
    await record({
      action: 'guideline.restored',
      object: { type: 'guideline', id: guideline.id },
      projectId: guideline.projectId,
      details: { name: guideline.name },
    });
  });
}
