import { type Refusal, refusalOf } from '~/trpc/client.tsx';
import { type DeskCore, isWorthRepeating } from './desk-core.ts';
import type { Sending } from './desk-types.ts';

export type AnswerSender = {
  /** Sends what waits, oldest first. */
  flush: () => Promise<void>;
  /** Until the one that is on its way has arrived, or is known not to have. */
  settle: () => Promise<void>;
  add: (sending: Sending) => void;
  /** Takes an answer out before it was sent; false when it is on its way or was taken. */
  recall: (annotationId: string) => boolean;
  /** Tasks whose answers wait: they are still this person's on the server, and not to be shown again. */
  taskIds: () => string[];
  /** Reads what an earlier page left. */
  open: () => Promise<void>;
};

/** Sends answers in the order in which they were given. An answer that is sent twice counts once. */
export function createAnswerSender(
  core: DeskCore,
  on: {
    taken: (sending: Sending) => void;
    refused: (sending: Sending, refusal: Refusal) => void;
    again: () => void;
  },
  toolVersion: string,
): AnswerSender {
  const { api, store, personId } = core;
  let waiting: Sending[] = [];
  let onItsWay: string | null = null;
  let inFlight: Promise<unknown> = Promise.resolve();
  /** Whose first answer may have been lost. */
  const tried = new Set<string>();

  const post = async ({ taskId, leaseId, annotationId, payload, activeMs, skip, ...about }: Sending) => {
    if (payload !== null) {
      const { drawing = null, labelSchemaVersionId = null, returned = null } = about;
      const answer = { annotationId, payload, activeMs, toolVersion, drawing, labelSchemaVersionId };
      if (returned !== null) await api.review.answerReturn.mutate({ ...returned, revision: answer });
      else await api.task.submit.mutate({ taskId, leaseId, ...answer });
    } else if (skip !== null) await api.task.skip.mutate({ taskId, leaseId, ...skip });
  };

  const done = (sending: Sending) => {
    waiting = waiting.filter((each) => each.annotationId !== sending.annotationId);
    core.set({ sending: waiting.length });
    return store.dropSending(sending.annotationId);
  };

  const sendFirst = async (): Promise<boolean> => {
    const sending = waiting[0];
    if (sending === undefined) return false;
    onItsWay = sending.annotationId;
    try {
      await post(sending);
      await done(sending);
      core.judgeSaving(true);
      on.taken(sending);
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      if (isWorthRepeating(refusal)) {
        tried.add(sending.annotationId);
        core.judgeSaving(false);
        on.again();
        return false;
      }
      await done(sending);
      // A skip has no id of its own: one that is sent again finds the turn ended by the first.
      if (sending.payload === null && tried.has(sending.annotationId) && refusal.code === 'conflict') {
        on.taken(sending);
      } else on.refused(sending, refusal);
      return true;
    } finally {
      onItsWay = null;
      core.judgeSaving(null);
    }
  };

  return {
    flush: async () => {
      if (onItsWay !== null) return;
      for (let more = true; more; ) {
        const sent = sendFirst();
        inFlight = sent;
        more = await sent;
      }
    },
    settle: async () => {
      await inFlight;
    },
    add: (sending) => {
      waiting = [...waiting, sending];
      core.set({ sending: waiting.length });
      core.judgeSaving(null);
    },
    recall: (annotationId) => {
      const found = waiting.find((each) => each.annotationId === annotationId);
      if (found === undefined || onItsWay === annotationId || tried.has(annotationId)) return false;
      void done(found);
      return true;
    },
    taskIds: () => waiting.map((each) => each.taskId),
    open: async () => {
      const kept = await store.sending(personId);
      waiting = kept.filter((each) => each.projectId === core.projectId);
      // Whether the server has had them is not known any more.
      for (const each of waiting) tried.add(each.annotationId);
      core.set({ sending: waiting.length });
    },
  };
}
