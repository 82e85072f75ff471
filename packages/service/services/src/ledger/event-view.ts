import type { EventRow, Repositories } from '@assay/db';
import { z } from 'zod';
import type { JsonValue } from '../frame/command.ts';

/** An event of the log as people read it. */
export type EventView = {
  id: string;
  at: Date;
  action: string;
  actor: { kind: string; id: string | null; name: string | null };
  object: { type: string; id: string };
  projectId: string | null;
  /** What else was recorded; null when nothing was, or when it was erased. */
  details: JsonValue;
  /** What the event said was destroyed; that it happened stays. */
  erased: boolean;
  /** Its place in the ledger; null for less than a second after it was written. */
  index: number | null;
};

const recorded = z.object({ details: z.json().optional() });

export async function eventViews(t: Repositories, rows: readonly EventRow[]): Promise<EventView[]> {
  const actors = rows.flatMap((row) => row.actorId ?? []);
  const names = actors.length === 0 ? new Map<string, string>() : await t.members.names(actors);
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    action: row.action,
    actor: {
      kind: row.actorKind,
      id: row.actorId,
      name: row.actorId === null ? null : (names.get(row.actorId) ?? null),
    },
    object: { type: row.objectType, id: row.objectId },
    projectId: row.projectId,
    details:
      row.payload === null
        ? null
        : ((recorded.safeParse(JSON.parse(row.payload)).data?.details ?? null) as JsonValue),
    erased: row.payload === null,
    index: row.index === null ? null : Number(row.index),
  }));
}
