import { AssayError, notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';

/** Orders a full export of the organisation. One at a time: a second order is refused while one is being made. */
export async function orderOrganisationExport(
  deps: Deps,
  actor: Actor,
): Promise<{ jobId: string; exportId: string }> {
  requirePerson(actor);
  const exportId = deps.ids.next();
  return command(deps, actor, async ({ t, record, order }) => {
    await t.organisations.lock();
    if ((await t.organisations.current()) === null) throw notFound('organisation');
    if (await t.exports.isBeingMade()) {
      throw new AssayError('conflict', 'An export of this organisation is being made already.', {
        next: 'Wait for it on the page of jobs, or cancel it there.',
      });
    }
    const jobId = await order({
      kind: 'organisation.export',
      payload: { exportId },
      subject: { type: 'organisation-export', id: exportId },
      projectId: null,
    });
    await record({
      action: 'organisation.export-ordered',
      object: { type: 'organisation-export', id: exportId },
      details: { jobId },
      alsoTouched: [{ type: 'organisation', id: actor.orgId }],
    });
    return { jobId, exportId };
  });
}
