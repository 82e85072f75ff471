import { AssayError, notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

/**
 * Destroys what an event said, with its salt. Its commitment stays, so that every proof still verifies; the erasure
 * is an event itself.
 */
export async function eraseEventPayload(
  deps: Deps,
  actor: Actor,
  input: { eventId: string; reason: string },
): Promise<void> {
  await command(deps, actor, async ({ t, record }) => {
    const event = await t.events.get(input.eventId);
    if (event === null) throw notFound('event');
    if (event.payload === null) {
      throw new AssayError('conflict', 'What this event said was destroyed already.');
    }
    if (!(await t.events.erase(input.eventId))) {
      throw new AssayError('not-ready', 'This event is not in the ledger yet.', {
        kept: 'Nothing was destroyed.',
        next: 'Try again in a second.',
      });
    }
    await record({
      action: 'ledger.payloadErased',
      object: { type: 'event', id: input.eventId },
      projectId: event.projectId,
      details: { reason: input.reason, action: event.action },
      alsoTouched: [{ type: event.objectType, id: event.objectId }],
    });
  });
}
