import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { type EventView, eventViews } from './event-view.ts';

export type ListEventsInput = {
  /** Who. */
  actorId?: string | undefined;
  /** What: an action or its beginning, such as `source.`. */
  action?: string | undefined;
  /** On what: everything that touched one object; a type alone finds events whose main object has it. */
  objectType?: string | undefined;
  objectId?: string | undefined;
  projectId?: string | undefined;
  /** When: from this moment on, and before that one. */
  from?: Date | undefined;
  to?: Date | undefined;
  limit: number;
  /** Id of the last event seen; null from the newest. */
  before: string | null;
};

/** Events of the organisation, newest first; `next` goes into `before` for the following page. */
export async function listEvents(
  deps: Deps,
  actor: Actor,
  input: ListEventsInput,
): Promise<{ events: EventView[]; next: string | null }> {
  const { limit, before, ...filter } = input;
  return query(deps, actor, async (t) => {
    const rows = await t.events.list(filter, limit, before);
    const page = rows.slice(0, limit);
    return {
      events: await eventViews(t, page),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}

/** Everything that touched one object, newest first. */
export function objectHistory(
  deps: Deps,
  actor: Actor,
  object: { type: string; id: string },
  page: { limit: number; before: string | null },
): Promise<{ events: EventView[]; next: string | null }> {
  return listEvents(deps, actor, { objectType: object.type, objectId: object.id, ...page });
}

/** The actions that occur in the log, for the choices of its filter. */
export function listEventActions(deps: Deps, actor: Actor): Promise<string[]> {
  return query(deps, actor, (t) => t.events.actions());
}
