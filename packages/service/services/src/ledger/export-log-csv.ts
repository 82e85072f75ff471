import type { Actor } from '@assay/domain';
import { csvLine } from '@assay/tables';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { eventViews } from './event-view.ts';
import type { ListEventsInput } from './list-events.ts';
import { recordAccess } from './record-access.ts';

const PAGE = 500;
const HEADERS = [
  'entry',
  'at',
  'action',
  'actor_kind',
  'actor_id',
  'actor',
  'object_type',
  'object_id',
  'project_id',
  'details',
];
/** Only the place in the log is a number. */
const NUMERIC = HEADERS.map((header) => header === 'entry');

export type LogFilter = Omit<ListEventsInput, 'limit' | 'before'>;

/**
 * The entries that match, newest first, as CSV for a spreadsheet: texts that it would run as formulas are defused.
 * It is for reading; what can be verified is `exportLedger`. The reading is an event itself, written before the first
 * line.
 */
export async function exportLogCsv(
  deps: Deps,
  actor: Actor,
  filter: LogFilter,
): Promise<AsyncIterable<string>> {
  await recordAccess(deps, actor, {
    action: 'ledger.exported',
    object: { type: 'organisation', id: actor.orgId },
    details: {
      format: 'csv',
      from: filter.from?.toISOString() ?? null,
      to: filter.to?.toISOString() ?? null,
    },
  });
  return lines(deps, actor, filter);
}

async function* lines(deps: Deps, actor: Actor, filter: LogFilter): AsyncGenerator<string> {
  yield csvLine(
    HEADERS,
    HEADERS.map(() => false),
  );
  let before: string | null = null;
  for (;;) {
    const after: string | null = before;
    const page = await query(deps, actor, async (t) => {
      const rows = await t.events.list(filter, PAGE, after);
      return { more: rows.length > PAGE, events: await eventViews(t, rows.slice(0, PAGE)) };
    });
    for (const event of page.events) {
      yield csvLine(
        [
          event.index === null ? null : String(event.index),
          event.at.toISOString(),
          event.action,
          event.actor.kind,
          event.actor.id,
          event.actor.name,
          event.object.type,
          event.object.id,
          event.projectId,
          event.details === null ? null : JSON.stringify(event.details),
        ],
        NUMERIC,
      );
    }
    before = page.events.at(-1)?.id ?? null;
    if (!page.more || before === null) return;
  }
}
