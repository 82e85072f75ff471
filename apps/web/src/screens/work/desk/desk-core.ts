import type { Refusal, useTRPCClient } from '~/trpc/client.tsx';
import { newId } from '../../versioned/new-id.ts';
import type { DeskStore } from './desk-store.ts';
import type { DeskState, HeldTask } from './desk-types.ts';

export type DeskOptions = {
  api: ReturnType<typeof useTRPCClient>;
  store: DeskStore;
  personId: string;
  projectId: string;
  /** Null is the whole project, the most urgent batch first. */
  batchId: string | null;
  /** One row at a time with a few fetched ahead, or a page of rows beside each other. */
  place: 'row' | 'grid';
  /** An answer that an expert sent back: it alone is what one works on. None: what waits in the queue. */
  returnId?: string;
};

/** What holds the state of one tab's work and says when it changed. */
export type DeskCore = DeskOptions & {
  get: () => DeskState;
  set: (patch: Partial<DeskState>) => void;
  subscribe: (listener: () => void) => () => void;
  find: (taskId: string) => HeldTask | undefined;
  patchTask: (taskId: string, change: (held: HeldTask) => HeldTask) => void;
  dropTask: (taskId: string) => void;
  tell: (row: number, refusal: Refusal) => void;
  /** How changes stand: on their way, kept here, or all taken. */
  judgeSaving: (reached: boolean | null) => void;
};

const OPENING: DeskState = {
  phase: 'opening',
  held: [],
  reasons: [],
  failure: null,
  saving: 'saved',
  drawing: 'saved',
  sending: 0,
  last: [],
  notices: [],
  migrated: null,
  following: false,
  taken: 0,
  paused: false,
};

export function createDeskCore(options: DeskOptions): DeskCore {
  let state = OPENING;
  let reached = true;
  const listeners = new Set<() => void>();
  const set: DeskCore['set'] = (patch) => {
    state = { ...state, ...patch };
    for (const listener of listeners) listener();
  };
  const savingNow = (): DeskState['saving'] => {
    const waits =
      state.sending > 0 ||
      state.drawing === 'waiting' ||
      state.held.some((each) => each.draft.waiting.length > 0);
    if (!waits) return 'saved';
    return reached ? 'saving' : 'offline';
  };
  return {
    ...options,
    get: () => state,
    set,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    find: (taskId) => state.held.find((each) => each.task.id === taskId),
    patchTask: (taskId, change) => {
      const held = state.held.map((each) => (each.task.id === taskId ? change(each) : each));
      set({ held });
    },
    dropTask: (taskId) => set({ held: state.held.filter((each) => each.task.id !== taskId) }),
    tell: (row, refusal) => set({ notices: [...state.notices, { id: newId(), row, refusal }] }),
    judgeSaving: (now) => {
      if (now !== null) reached = now;
      const saving = savingNow();
      if (saving !== state.saving) set({ saving });
    },
  };
}

/** Refusals that say nothing about the work: the request is sent again. */
const AGAIN = new Set([
  'offline',
  'unauthenticated',
  'internal',
  'rate-limited',
  'unavailable',
  'storage-full',
]);

export function isWorthRepeating(refusal: Refusal): boolean {
  return AGAIN.has(refusal.code);
}

/**
 * Of which sample of whom something is kept in the browser. What comes back begins as it was handed in: what a tab of the
 * turn before had not sent is no part of it, what was changed since it came back is there again if it comes back once more.
 */
export function sampleOf(
  { personId, returnId }: Pick<DeskOptions, 'personId' | 'returnId'>,
  { batchId, item }: { batchId: string; item: number },
): string {
  const sample = `${personId}/${batchId}/${item}`;
  return returnId === undefined ? sample : `${sample}/returned`;
}
