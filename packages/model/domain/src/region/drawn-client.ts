import type { DrawnChange, DrawnRecord, DrawnStanding } from '@assay/contracts';

type Values = DrawnChange['updated'][number]['values'];

/** What was done to a drawing, record by record: what a change carries. */
export type DrawnEdit = Pick<DrawnChange, 'added' | 'updated' | 'removed'>;

/**
 * One tab's side of a drawing: the changes that the server has not acknowledged. It is plain data, to be stored before
 * anything is sent: a tab that is killed goes on from it, under the same name.
 */
export type DrawnClient = {
  clientId: string;
  /** The revision that was seen last. */
  revision: number;
  /** Oldest first. Steps are sent in this order, each until it is acknowledged. */
  waiting: readonly ({ step: number } & DrawnEdit)[];
  /** Last step given out. */
  step: number;
  /** Highest step that may have reached the server: it is never changed again. */
  sent: number;
};

export function openDrawn(clientId: string, revision: number): DrawnClient {
  return { clientId, revision, waiting: [], step: 0, sent: 0 };
}

/** Is there anything in it? */
const isNothing = ({ added, updated, removed }: DrawnEdit): boolean =>
  added.length + updated.length + removed.length === 0;

/** Takes a change in. Changes that no request has carried yet go together. */
export function editDrawn(client: DrawnClient, edit: DrawnEdit): DrawnClient {
  if (isNothing(edit)) return client;
  const last = client.waiting.at(-1);
  if (last !== undefined && last.step > client.sent) {
    const joined = { step: last.step, ...joinEdits(last, edit) };
    return { ...client, waiting: [...client.waiting.slice(0, -1), joined] };
  }
  const step = client.step + 1;
  return { ...client, step, waiting: [...client.waiting, { step, ...edit }] };
}

/** Two changes as one. What was added and removed again is left as a removal: the server may have it by another tab. */
function joinEdits(first: DrawnEdit, second: DrawnEdit): DrawnEdit {
  const added = new Map(first.added.map((record) => [record.id, record]));
  const updated = new Map(first.updated.map(({ id, values }) => [id, values]));
  const removed = new Set(first.removed);
  for (const record of second.added) {
    removed.delete(record.id);
    updated.delete(record.id);
    added.set(record.id, record);
  }
  for (const { id, values } of second.updated) {
    const mine = added.get(id);
    if (mine === undefined) updated.set(id, { ...updated.get(id), ...values });
    else added.set(id, withValues(mine, values));
  }
  for (const id of second.removed) {
    added.delete(id);
    updated.delete(id);
    removed.add(id);
  }
  return {
    added: [...added.values()],
    updated: [...updated].map(([id, values]) => ({ id, values })),
    removed: [...removed],
  };
}

const withValues = (record: DrawnRecord, values: Values): DrawnRecord =>
  ({ ...record, ...values, id: record.id, type: record.type }) as DrawnRecord;

/** The change to send next, and the client that has sent it; null when everything is acknowledged. */
export function sendDrawn(client: DrawnClient): { client: DrawnClient; change: DrawnChange } | null {
  const [next] = client.waiting;
  if (next === undefined) return null;
  const { clientId, revision: baseRevision } = client;
  return {
    client: { ...client, sent: Math.max(client.sent, next.step) },
    change: { clientId, baseRevision, ...next },
  };
}

/** The server took a step, and stands at a revision. Answers that arrive out of order change nothing back. */
export function acknowledgeDrawn(client: DrawnClient, step: number, revision: number): DrawnClient {
  return {
    ...client,
    revision: Math.max(client.revision, revision),
    waiting: client.waiting.filter((each) => each.step > step),
  };
}

/**
 * The client as if nothing that waits had ever been sent: for a step that was refused, which the server did not take. It
 * goes with what is done next, so that what was wrong with it can be taken back.
 */
export function reopenDrawn(client: DrawnClient): DrawnClient {
  const [first, ...rest] = client.waiting;
  if (first === undefined) return client;
  const joined = rest.reduce<DrawnEdit>(joinEdits, first);
  const { step } = first;
  return { ...client, step, sent: step - 1, waiting: [{ step, ...joined }] };
}

/** How the tab stands as it hands in what was drawn. */
export const standingOf = ({ revision, waiting }: DrawnClient): DrawnStanding => ({
  revision,
  waiting: [...new Set(waiting.flatMap(({ added, updated }) => [...added, ...updated].map(({ id }) => id)))],
  removed: [...new Set(waiting.flatMap(({ removed }) => removed))],
});

/** What a record is here: as the server has it, and on top of it what waits. Null is none. */
export function layDrawn(client: DrawnClient, id: string, theirs: DrawnRecord | null): DrawnRecord | null {
  let record = theirs;
  for (const { added, updated, removed } of client.waiting) {
    const mine = added.find((each) => each.id === id);
    if (mine !== undefined) record = mine;
    const values = updated.find((each) => each.id === id)?.values;
    if (values !== undefined && record !== null) record = withValues(record, values);
    if (removed.includes(id)) record = null;
  }
  return record;
}
