import type { DraftChange } from '@assay/contracts';
import type { Draft } from './merge-draft.ts';

type Fields = DraftChange['set'];

/**
 * One tab's side of a draft: what the server said last, and the changes that it has not acknowledged. It is plain
 * data, to be stored before anything is sent: a tab that is killed goes on from it, under the same name.
 */
export type DraftClient = {
  clientId: string;
  /** Revision and fields as the server said last. */
  seen: { revision: number; fields: Draft['fields'] };
  /** Oldest first. Steps are sent in this order, each until it is acknowledged. */
  waiting: readonly { step: number; set: Fields }[];
  /** Last step given out. */
  step: number;
  /** Highest step that may have reached the server: it is never changed again. */
  sent: number;
};

export function openDraft(clientId: string, seen: DraftClient['seen']): DraftClient {
  return { clientId, seen: { revision: seen.revision, fields: seen.fields }, waiting: [], step: 0, sent: 0 };
}

/** What the person sees: what the server has, and on top of it what was changed here. Null takes a field away. */
export function draftFields(client: DraftClient): Fields {
  const fields: Fields = { ...client.seen.fields };
  for (const { set } of client.waiting) {
    for (const [field, value] of Object.entries(set)) {
      if (value === null) delete fields[field];
      else fields[field] = value;
    }
  }
  return fields;
}

/** Takes a change in. Changes that no request has carried yet go together, so that typing is one request, not many. */
export function editDraft(client: DraftClient, set: Fields): DraftClient {
  const last = client.waiting.at(-1);
  if (last !== undefined && last.step > client.sent) {
    const merged = { step: last.step, set: { ...last.set, ...set } };
    return { ...client, waiting: [...client.waiting.slice(0, -1), merged] };
  }
  const step = client.step + 1;
  return { ...client, step, waiting: [...client.waiting, { step, set }] };
}

/** The change to send next, and the client that has sent it; null when everything is acknowledged. */
export function sendDraft(client: DraftClient): { client: DraftClient; change: DraftChange } | null {
  const next = client.waiting[0];
  if (next === undefined) return null;
  const change = {
    clientId: client.clientId,
    step: next.step,
    baseRevision: client.seen.revision,
    set: next.set,
  };
  return { client: { ...client, sent: Math.max(client.sent, next.step) }, change };
}

/** The server took a step, and says how the draft stands. Answers that arrive out of order change nothing back. */
export function acknowledgeDraft(
  client: DraftClient,
  step: number,
  draft: { revision: number; fields: Draft['fields'] },
): DraftClient {
  const { revision, fields } = draft;
  return {
    ...client,
    seen: revision >= client.seen.revision ? { revision, fields } : client.seen,
    waiting: client.waiting.filter((each) => each.step > step),
  };
}
