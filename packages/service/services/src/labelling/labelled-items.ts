import { annotation, batchKind, type SkipReason, skipReason, taskControl } from '@assay/contracts';
import type { EndedTask, Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { requireBatchOf } from '../work/batch-record.ts';
import { type LabellingInput, type LabelNames, labelNamesOf } from './labelling-numbers.ts';
import { requireSlice } from './slices.ts';

export type ItemsInput = LabellingInput & {
  status: 'SUBMITTED' | 'SKIPPED' | null;
  day: string | null;
  skipReason: SkipReason | null;
  label: { questionId: string; labelId: string } | null;
  limit: number;
  before: string | null;
};

/** The labels that an answer gives, by name, in the order of its questions. */
function labelsOf(payload: unknown, names: LabelNames): string[] {
  if (payload === null) return [];
  return Object.values(annotation.parse(payload).answers).flatMap((answer) => {
    const chosen =
      answer.kind === 'single' ? [answer.label] : answer.kind === 'multiple' ? answer.labels : [];
    return chosen.flatMap(({ labelId }) => names.labels.get(labelId) ?? []);
  });
}

function itemOf(row: EndedTask, labels: LabelNames, people: ReadonlyMap<string, string>, leads: boolean) {
  return {
    id: row.id,
    batch: {
      id: row.batchId,
      number: row.batchNumber,
      name: row.batchName,
      kind: batchKind.parse(row.batchKind),
    },
    item: row.item,
    row: row.row,
    skipped: row.status === 'SKIPPED',
    person: { userId: row.personId, name: people.get(row.personId) ?? null },
    endedAt: row.endedAt,
    activeMs: row.activeMs,
    labels: labelsOf(row.payload, labels),
    skipReason: skipReason.nullable().parse(row.skipReason),
    skipNote: row.skipNote,
    // Whoever does the work is not told which rows measure them.
    control: leads ? taskControl.nullable().parse(row.control) : null,
  };
}

type Asked = ItemsInput & { personId: string | null; slice: string | null };

async function itemsOf(t: Repositories, input: Asked, leads: boolean) {
  const { limit, before, ...filter } = input;
  if (filter.batchId !== null) await requireBatchOf(t, filter.projectId, filter.batchId);
  const rows = await t.labelling.ended(filter, limit, before);
  const page = rows.slice(0, limit);
  const labels = await labelNamesOf(t, filter.projectId);
  const people = await t.members.names(page.map((row) => row.personId));
  return {
    items: page.map((row) => itemOf(row, labels, people, leads)),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/** The turns behind a number: for who leads the work. */
export function labelledItems(
  deps: Deps,
  actor: Actor,
  input: ItemsInput & { personId: string | null; sliceId: string | null },
) {
  const { sliceId, ...filter } = input;
  return query(deps, actor, async (t) => {
    const slice = sliceId === null ? null : await requireSlice(t, input.projectId, sliceId);
    return itemsOf(t, { ...filter, slice: slice?.hash ?? null }, true);
  });
}

/** The same of one's own turns. */
export function myLabelledItems(deps: Deps, actor: Actor, input: ItemsInput) {
  const personId = requirePerson(actor);
  return query(deps, actor, (t) => itemsOf(t, { ...input, personId, slice: null }, false));
}
