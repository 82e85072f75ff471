import type { DraftChange } from '@assay/contracts';
import { acknowledgeDraft, sendDraft } from '@assay/domain';
import { type Refusal, refusalOf } from '~/trpc/client.tsx';
import { type DeskCore, isWorthRepeating, sampleOf } from './desk-core.ts';
import type { KeptDraft } from './desk-store.ts';
import type { HeldTask } from './desk-types.ts';
import { isClientGone } from './tab-locks.ts';

/** Typing goes together for so long before it is sent; a change is saved within a second. */
const TOGETHER_MS = 400;

export type DraftSender = {
  /** Keeps what was changed in the browser, and sends it soon. */
  changed: (taskId: string) => void;
  /** Sends what waits, of all tasks. */
  flush: () => Promise<void>;
  /** Sends what a tab that is gone left behind, so that the draft is whole before it is shown. */
  takeUp: (
    held: Pick<HeldTask, 'task'>,
  ) => Promise<{ revision: number; fields: HeldTask['draft']['seen']['fields'] } | null>;
  /** Nothing of this sample waits any more. */
  forget: (held: HeldTask) => void;
  stop: () => void;
};

/** What this tab has sent, where the server reads it by labels that this tab does not show yet. */
function asSent(
  { seen }: HeldTask['draft'],
  { set }: DraftChange,
  revision: number,
): HeldTask['draft']['seen'] {
  const fields = Object.entries({ ...seen.fields, ...set }).filter(([, value]) => value !== null);
  return { revision, fields: Object.fromEntries(fields) };
}

/** Sends the changes of drafts, one after another for each task, until each is acknowledged. */
export function createDraftSender(
  core: DeskCore,
  on: {
    again: () => void;
    /** The turn at it is over. */
    lost: (held: HeldTask, refusal: Refusal) => void;
    /** The server reads by a newer version of the label schema than this tab shows. */
    migrated: () => void;
  },
): DraftSender {
  const { api, store } = core;
  const busy = new Set<string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const keep = (held: HeldTask): Promise<void> => {
    const { draft } = held;
    if (draft.waiting.length === 0) return store.dropDraft(draft.clientId);
    const sample = sampleOf(core, held.task);
    const { labelSchemaVersionId } = held.batch;
    const { clientId } = draft;
    return store.putDraft({ clientId, sample, client: draft, labelSchemaVersionId, keptAt: Date.now() });
  };

  /** One change on its way; false when there is nothing more to do now. */
  const sendOne = async (taskId: string): Promise<boolean> => {
    const held = core.find(taskId);
    const sent = held === undefined ? null : sendDraft(held.draft);
    if (held === undefined || sent === null) return false;
    core.patchTask(taskId, (each) => ({ ...each, draft: sent.client }));
    const { leaseId } = held.task;
    const { labelSchemaVersionId } = held.batch;
    await keep({ ...held, draft: sent.client });
    try {
      const { change } = sent;
      const answer = await api.task.saveDraft.mutate({ taskId, leaseId, change, labelSchemaVersionId });
      const isSame = answer.labelSchemaVersionId === labelSchemaVersionId;
      core.patchTask(taskId, ({ draft, ...each }) => ({
        ...each,
        draft: acknowledgeDraft(draft, change.step, isSame ? answer : asSent(draft, change, answer.revision)),
      }));
      if (!isSame) on.migrated();
      const after = core.find(taskId);
      if (after !== undefined) await keep(after);
      core.judgeSaving(true);
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      if (isWorthRepeating(refusal)) {
        core.judgeSaving(false);
        on.again();
        return false;
      }
      // The turn is over, or the batch: what was answered stays a draft on the server, as far as it came.
      core.tell(held.task.row, refusal);
      if (refusal.code !== 'too-large') on.lost(held, refusal);
      return false;
    }
  };

  const flushTask = async (taskId: string): Promise<void> => {
    clearTimeout(timers.get(taskId));
    timers.delete(taskId);
    if (busy.has(taskId)) return;
    busy.add(taskId);
    try {
      while (await sendOne(taskId));
    } finally {
      busy.delete(taskId);
      core.judgeSaving(null);
    }
  };

  const sendKept = async (task: HeldTask['task'], kept: KeptDraft) => {
    let { client } = kept;
    let answer: Awaited<ReturnType<typeof api.task.saveDraft.mutate>> | null = null;
    for (let sent = sendDraft(client); sent !== null; sent = sendDraft(client)) {
      const { change } = sent;
      const { labelSchemaVersionId = null } = kept;
      const { id: taskId, leaseId } = task;
      answer = await api.task.saveDraft.mutate({ taskId, leaseId, change, labelSchemaVersionId });
      client = acknowledgeDraft(sent.client, change.step, answer);
    }
    await store.dropDraft(kept.clientId);
    return answer;
  };

  return {
    changed: (taskId) => {
      const held = core.find(taskId);
      if (held === undefined) return;
      void keep(held);
      core.judgeSaving(null);
      if (!timers.has(taskId)) {
        timers.set(
          taskId,
          setTimeout(() => void flushTask(taskId), TOGETHER_MS),
        );
      }
    },
    flush: async () => {
      await Promise.all(core.get().held.map((each) => flushTask(each.task.id)));
    },
    takeUp: async ({ task }) => {
      let seen: Awaited<ReturnType<DraftSender['takeUp']>> = null;
      for (const kept of await store.drafts(sampleOf(core, task))) {
        if (!(await isClientGone(kept.clientId, kept.keptAt))) continue;
        try {
          seen = (await sendKept(task, kept)) ?? seen;
        } catch (error) {
          // What cannot be sent now stays where it is; what is refused for good has no turn any more.
          if (!isWorthRepeating(refusalOf(error))) await store.dropDraft(kept.clientId);
        }
      }
      return seen;
    },
    forget: (held) => {
      clearTimeout(timers.get(held.task.id));
      timers.delete(held.task.id);
      void store.dropSample(sampleOf(core, held.task));
    },
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
