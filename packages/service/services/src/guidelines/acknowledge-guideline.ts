import { AssayError, guideline as guidelineSchema, permissionRule } from '@assay/contracts';
import { type Actor, canAcknowledge } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { acknowledgementView, requireGuideline, requireGuidelineVersion } from './guideline-record.ts';

/**
 * The actor says that they have read a version: only the newest can be acknowledged. Saying it again changes nothing
 * and leaves no second event.
 */
export async function acknowledgeGuideline(
  deps: Deps,
  actor: Actor,
  input: { guidelineVersionId: string },
): Promise<void> {
  const userId = requirePerson(actor);
  const again = new AcknowledgedBefore();
  try {
    await command(deps, actor, async ({ t, record }) => {
      const { row, parent } = await requireGuidelineVersion(t, input.guidelineVersionId);
      const newest = await t.guidelines.holdNewest(parent.id);
      if (newest === null || !canAcknowledge(row.number, newest.number)) {
        throw new AssayError(
          'stale',
          `Version ${row.number} of “${parent.name}” is no longer the one that counts.`,
          { kept: 'What you acknowledged before stays on record.', next: 'Read the newest version first.' },
        );
      }
      if (!(await t.guidelines.acknowledge(row.id, userId, deps.clock.now()))) throw again;
      await record({
        action: 'guideline.acknowledged',
        object: { type: 'guideline', id: parent.id },
        projectId: parent.projectId,
        details: { number: row.number },
        alsoTouched: [{ type: 'guidelineVersion', id: row.id }],
      });
    });
  } catch (error) {
    if (error !== again) throw error;
  }
}

/** Ends the transaction of somebody who presses twice: there is nothing to record. */
class AcknowledgedBefore extends Error {}

/** Everybody in the project who is asked to acknowledge its guidelines, and what they have read of this one. */
export function listAcknowledgements(deps: Deps, actor: Actor, input: { guidelineId: string }) {
  return query(deps, actor, async (t) => {
    const row = await requireGuideline(t, input.guidelineId);
    const newest = await t.guidelines.newest(row.id);
    if (newest === null) throw new AssayError('internal', 'A guideline without a version was found.');
    const current = { number: newest.number, document: guidelineSchema.parse(newest.document) };
    const asked: readonly string[] = permissionRule('guideline.acknowledge').project;
    const members = (await t.projects.members(row.projectId)).filter((member) =>
      member.roles.some((role) => asked.includes(role)),
    );
    const acknowledged = await t.guidelines.acknowledgements(
      row.id,
      members.map((member) => member.userId),
    );
    const people = [];
    for (const { userId, name, roles } of members) {
      const worth = await acknowledgementView(t, roles, acknowledged.get(userId) ?? null, current);
      people.push({ userId, name, roles, ...worth });
    }
    return { number: newest.number, people };
  });
}
