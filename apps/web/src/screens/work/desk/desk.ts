import {
  type Annotation,
  type AnnotationProblem,
  type DrawnStanding,
  LEASE_HEARTBEAT_MS,
  MOST_GRID_LEASES,
  MOST_LEASES,
  type SkipReason,
} from '@assay/contracts';
import {
  type ActiveTime,
  acknowledgeDraft,
  activeAt,
  annotationOf,
  awayAt,
  changeOf,
  checkAnnotation,
  draftFields,
  editDraft,
  fieldsOf,
  noTime,
  openDraft,
  verdictOnProposal,
} from '@assay/domain';
import { type Refusal, refusalOf } from '~/trpc/client.tsx';
import { newId } from '../../versioned/new-id.ts';
import { createDeskCore, type DeskOptions, sampleOf } from './desk-core.ts';
import type { DeskState, Fields, HeldTask, Last, Sending, WorkTask } from './desk-types.ts';
import { hasProposals, proposedOf } from './proposed-of.ts';
import { createAnswerSender } from './send-answers.ts';
import { createDraftSender } from './send-drafts.ts';
import { holdClient } from './tab-locks.ts';

const TOOL_VERSIONS = { row: 'row-workbench 1', grid: 'row-grid 1' } as const;
/** Rows asked for, and those below which more are fetched. */
const WANT = { row: MOST_LEASES, grid: MOST_GRID_LEASES } as const;
const FEW = { row: 3, grid: MOST_GRID_LEASES } as const;
/** Leases that one request names. */
const MOST_NAMED = 2 * MOST_GRID_LEASES;
/** The longest wait before what could not be sent is sent again. */
const LONGEST_WAIT_MS = 30_000;
/** Who does nothing for so long has gone: leases are no longer prolonged. */
const GONE_MS = 10 * 60_000;
/** Steps that one can go back within a row. */
const MOST_PAST = 200;

export type Desk = ReturnType<typeof createDesk>;

/** The annotation that a task's answers would be now, with what became of the proposal. */
export function payloadOf(held: HeldTask): Annotation {
  const fields = annotationOf(draftFields(held.draft));
  const payload = { ...fields, answers: { ...fields.answers, ...held.drawn } };
  if (!hasProposals(held.batch)) return payload;
  return { ...payload, verdict: verdictOnProposal(proposedOf(held), payload.answers) };
}

/** What keeps the answers from being submitted. */
export function problemsOf(held: HeldTask): AnnotationProblem[] {
  return checkAnnotation(
    held.batch.schema,
    payloadOf(held),
    held.batch.columns.map((column) => column.name),
  );
}

/** The words to an expert who sent the answer back: they are kept with the draft until it is handed in. */
export function replyIn({ draft }: HeldTask): string {
  const { reply } = draftFields(draft);
  return typeof reply === 'string' ? reply : '';
}

const isBegun = (held: HeldTask): boolean => Object.keys(draftFields(held.draft)).length > 0;

/** What was drawn, as it was handed in: with what other tabs drew. */
const drawnIn = ({ answers }: Annotation): HeldTask['drawn'] =>
  Object.fromEntries(Object.entries(answers).filter(([, { kind }]) => kind === 'regions'));

/** What became of handing in many rows: those that are not complete stay, each with what is wrong first. */
export type HandedIn = {
  submitted: number;
  kept: { taskId: string; row: number; problem: AnnotationProblem }[];
};

/**
 * One tab's place of work: rows are claimed ahead, each change is in the browser before it is on its way, answers are
 * sent behind the person's back and in order. Nothing of it knows of React.
 */
export function createDesk(options: DeskOptions) {
  const core = createDeskCore(options);
  const { api, store, projectId, batchId, place, returnId } = options;
  const few = returnId === undefined ? FEW[place] : 1;
  const clientLocks = new Map<string, () => void>();
  const times = new Map<string, ActiveTime>();
  /** Which clock runs for a row: in a grid one for all, because one looks at many at once. */
  const clockOf = (taskId: string) => (place === 'grid' ? 'grid' : taskId);
  /** Turns that ended here: a claim that was asked before the server heard of it still brings them. */
  const ended = new Set<string>();
  let lastSign = Date.now();
  let wait = 1000;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  let claiming = false;
  /** Something changed while a claim was on its way: its answer may be of before. */
  let askAgain = false;
  let stopped = false;
  /** Batches as the server had them last: one at hand may be of before a migration of its label schema. */
  const newest = new Map<string, HeldTask['batch']>();
  /** What the server said last is this person's. */
  let claimed: ReadonlySet<string> = new Set();
  const isOlder = ({ batch }: HeldTask): boolean => {
    const known = newest.get(batch.id);
    return known !== undefined && known.labelSchemaVersionId !== batch.labelSchemaVersionId;
  };

  const again = () => {
    if (retry !== undefined || stopped) return;
    retry = setTimeout(sendNow, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };
  const sendNow = () => {
    clearTimeout(retry);
    retry = undefined;
    void answers.flush();
    void drafts.flush();
    void fetchMore();
  };
  /** The turn at something is over: what comes next is fetched, and of what came back it is said. */
  const lost = ({ task: { id, leaseId } }: HeldTask, refusal: Refusal) => {
    core.dropTask(id);
    if (returnId !== undefined) return core.set({ phase: 'failed', failure: refusal });
    ended.add(leaseId);
    void fetchMore();
  };
  const drafts = createDraftSender(core, { again, lost, migrated: () => void fetchMore(true) });
  const answers = createAnswerSender(
    core,
    {
      again,
      taken: ({ returned }) => {
        wait = 1000;
        // Beside what came back, what an earlier page left is sent as well.
        const isMine = returnId === undefined || returned?.returnId === returnId;
        if (isMine) core.set({ taken: core.get().taken + 1 });
        void fetchMore();
      },
      refused: (sending, refusal) => {
        core.tell(sending.row, refusal);
        const { last } = core.get();
        const back = last.find((each) => each.annotationId === sending.annotationId);
        if (back === undefined) return;
        // The answers are still at hand: back to the front, to be mended or let go.
        if (refusal.code === 'bad-input') ended.delete(sending.leaseId);
        core.set({
          last: last.filter((each) => each !== back),
          ...(refusal.code === 'bad-input' ? { held: [back.held, ...core.get().held] } : {}),
        });
        // It may have been asked by labels that are others now.
        if (refusal.code === 'bad-input') void fetchMore(true);
        else if (returnId !== undefined) {
          ended.delete(sending.leaseId);
          core.set({ phase: 'failed', failure: refusal });
        }
      },
    },
    TOOL_VERSIONS[place],
  );

  const open = (clientId: string) => {
    clientLocks.set(clientId, holdClient(clientId));
    return clientId;
  };

  const newHeld = async (task: WorkTask, batch: HeldTask['batch']): Promise<HeldTask> => {
    const left = await drafts.takeUp({ task });
    const draft = openDraft(open(newId()), left ?? task.draft);
    return { task, batch, draft, drawn: {}, standing: null, past: [] };
  };

  const seen = (held: HeldTask, task: WorkTask): HeldTask => ({
    ...held,
    task,
    draft: acknowledgeDraft(held.draft, 0, task.draft),
  });

  /** Is something half drawn, which is nowhere but on the canvas? Screens do not show it: it begins and ends with each drag. */
  let drawsNow = false;
  /** Is everything of it on the server? Only then can it be shown as it is read there. */
  const isIdle = (held: HeldTask): boolean =>
    held.draft.waiting.length === 0 &&
    (held.task.picture === null || (core.get().drawing === 'saved' && !drawsNow));

  /** By the newest labels, unless somebody is at it: what is before a person changes when they say so. */
  const migrated = (held: HeldTask, task: WorkTask, at: number, isGridBusy: boolean): HeldTask => {
    const isBefore = place === 'row' && at === 0 && !core.get().following;
    const batch = newest.get(held.batch.id);
    if (batch === undefined || isBefore || isGridBusy || !isIdle(held)) {
      return { ...held, task: { ...task, draft: held.task.draft } };
    }
    const draft = { ...held.draft, seen: { revision: task.draft.revision, fields: task.draft.fields } };
    return { ...held, task, batch, draft, past: [] };
  };

  /** Says of which batch at hand the label schema was migrated. */
  const tellMigrated = (): void => {
    const before = core.get().held.find(isOlder)?.batch;
    const now = before === undefined ? undefined : newest.get(before.id);
    if (before !== undefined && now !== undefined) core.set({ migrated: { before, now } });
  };

  /** What waits for this person; of what came back the one answer, until it is handed in again. */
  const fetchWork = async (): Promise<{ tasks: WorkTask[]; batches: HeldTask['batch'][] }> => {
    if (returnId === undefined) {
      const grid = place === 'grid';
      return api.task.claim.mutate({ projectId, batchId, want: WANT[place], grid });
    }
    if (ended.has(returnId)) return { tasks: [], batches: [] };
    const { task, batch } = await api.review.openReturn.mutate({ returnId });
    return { tasks: [task], batches: [batch] };
  };

  /** Fills up what is at hand. What somebody has begun stays; what was only fetched and is lost goes. */
  const claim = async (): Promise<void> => {
    const { tasks, batches } = await fetchWork();
    for (const batch of batches) {
      // One that is as it was stays the same object, so that screens see that nothing of it changed.
      if (JSON.stringify(newest.get(batch.id)) !== JSON.stringify(batch)) newest.set(batch.id, batch);
    }
    const onTheirWay = new Set(answers.taskIds());
    const mine = tasks.filter((task) => !onTheirWay.has(task.id) && !ended.has(task.leaseId));
    claimed = new Set(mine.map(({ id }) => id));
    const before = core.get().held;
    // A grid shows all of its rows by the same labels: it is brought up to date as a whole.
    const isGridBusy = place === 'grid' && before.some((each) => isOlder(each) && !isIdle(each));
    const fresh: HeldTask[] = [];
    for (const task of isGridBusy ? [] : mine) {
      const batch = newest.get(task.batchId);
      if (batch === undefined || before.some((each) => each.task.id === task.id)) continue;
      fresh.push(await newHeld(task, batch));
    }
    const now = core.get().held.flatMap((each, at) => {
      const task = mine.find((one) => one.id === each.task.id);
      if (task !== undefined) return isOlder(each) ? migrated(each, task, at, isGridBusy) : seen(each, task);
      const stays = place === 'grid' ? isBegun(each) : at === 0 || each.draft.waiting.length > 0;
      return stays ? each : [];
    });
    tellMigrated();
    if (isGridBusy) again();
    const known = new Set([...now.map((each) => each.task.id), ...answers.taskIds()]);
    const held = [
      ...now,
      ...fresh.filter((each) => !known.has(each.task.id) && !ended.has(each.task.leaseId)),
    ];
    if (held.length > 0) core.set({ held, phase: 'working', failure: null });
    else if (!askAgain && answers.taskIds().length === 0) await sayWhy();
  };

  const sayWhy = async (): Promise<void> => {
    const reasons = returnId === undefined ? await api.task.whyNone.query({ projectId, batchId }) : [];
    if (core.get().held.length > 0) return;
    core.set({ held: [], phase: 'empty', reasons, failure: null });
    if (reasons.some((each) => each.why === 'just-freed')) again();
  };

  const fetchMore = async (evenIfFull = false): Promise<void> => {
    if (stopped || core.get().paused || (!evenIfFull && core.get().held.length >= few)) return;
    askAgain = claiming;
    if (claiming) return;
    claiming = true;
    try {
      await claim();
      core.judgeSaving(true);
    } catch (error) {
      const refusal = refusalOf(error);
      if (core.get().held.length === 0 && core.get().sending === 0) {
        core.set({ phase: 'failed', failure: refusal });
      } else again();
    } finally {
      claiming = false;
    }
    if (askAgain) await fetchMore(true);
  };

  /** Until all that was done to what is at hand has arrived. */
  const settled = (): Promise<void> =>
    new Promise((resolve) => {
      const look = () => {
        const { held, following } = core.get();
        if (following && !stopped && held[0] !== undefined && !isIdle(held[0])) return;
        stop();
        resolve();
      };
      const stop = core.subscribe(look);
      look();
    });

  /** Brings what is before the person to the newest labels, with what they did so far. */
  const follow = async (): Promise<void> => {
    if (core.get().following) return;
    core.set({ following: true });
    while (core.get().following && !stopped) {
      await drafts.flush();
      await settled();
      await fetchMore(true);
      const [first] = core.get().held;
      // One whose turn went to somebody else does not come again: handing it in says so.
      const isMine = first !== undefined && claimed.has(first.task.id);
      if (first === undefined || !isOlder(first) || !isMine) core.set({ following: false });
      else await new Promise((resolve) => setTimeout(resolve, wait));
    }
  };

  const beat = () => {
    const { held, paused } = core.get();
    // What came back is held until there is a reply.
    if (returnId !== undefined || paused || held.length === 0 || Date.now() - lastSign > GONE_MS) return;
    const leaseIds = held.map((each) => each.task.leaseId);
    // A lease that was lost is found out when the row is saved, which brings it back where it can be.
    for (let at = 0; at < leaseIds.length; at += MOST_NAMED) {
      const some = leaseIds.slice(at, at + MOST_NAMED);
      api.task.renew.mutate({ projectId, leaseIds: some }).catch(() => undefined);
    }
  };

  const leave = (held: HeldTask) => {
    core.dropTask(held.task.id);
    drafts.forget(held);
    clientLocks.get(held.draft.clientId)?.();
    clientLocks.delete(held.draft.clientId);
  };

  /** Stops a clock and takes what it says. */
  const takeTime = (clock: string): number => {
    const time = awayAt(times.get(clock) ?? noTime, performance.now());
    times.delete(clock);
    return time.ms;
  };

  const send = (
    held: HeldTask,
    what: Pick<Sending, 'payload' | 'skip' | 'drawing'>,
    activeMs: number,
  ): Last => {
    const { task } = held;
    const sending: Sending = {
      annotationId: newId(),
      personId: options.personId,
      projectId,
      taskId: task.id,
      leaseId: task.leaseId,
      row: task.row,
      labelSchemaVersionId: held.batch.labelSchemaVersionId,
      activeMs: Math.round(activeMs),
      returned: returnId === undefined ? null : { returnId, reply: replyIn(held) },
      ...what,
    };
    ended.add(task.leaseId);
    answers.add(sending);
    core.set({ held: core.get().held.filter((each) => each.task.id !== task.id) });
    // The draft goes only once the answer is in the browser's store: whatever happens, one of the two is there.
    const goOn = () => {
      void answers.flush();
      void fetchMore();
    };
    void store.putSending(sending).then(
      () => {
        leave(held);
        goOn();
      },
      // A browser that keeps nothing more: the draft stays where it is, and the answer is sent from here.
      goOn,
    );
    return { held, annotationId: sending.annotationId, activeMs };
  };

  const edit = (taskId: string, set: Fields): void => {
    if (Object.keys(set).length === 0) return;
    core.patchTask(taskId, (held) => ({
      ...held,
      past: [...held.past, draftFields(held.draft)].slice(-MOST_PAST),
      draft: editDraft(held.draft, set),
    }));
    drafts.changed(taskId);
  };

  const takeBackOne = async ({ held, annotationId, activeMs }: Last): Promise<void> => {
    const fields = draftFields(held.draft);
    const restore = (
      leaseId: string,
      seen: HeldTask['draft']['seen'],
      back: Fields,
      drawn: HeldTask['drawn'] = held.drawn,
      batch: HeldTask['batch'] = held.batch,
    ) => {
      ended.delete(leaseId);
      const task = { ...held.task, leaseId };
      const draft = openDraft(open(newId()), seen);
      const clock = clockOf(task.id);
      times.set(clock, { ms: (times.get(clock)?.ms ?? 0) + activeMs, lastAt: null });
      const others = core.get().held.filter((each) => each.task.id !== task.id);
      core.set({ phase: 'working', held: [{ ...held, task, batch, draft, drawn }, ...others] });
      const set = changeOf(seen.fields, back);
      if (Object.keys(set).length > 0) {
        core.patchTask(task.id, (each) => ({ ...each, draft: editDraft(each.draft, set) }));
        drafts.changed(task.id);
      }
    };
    if (answers.recall(annotationId)) return restore(held.task.leaseId, held.draft.seen, fields);
    await answers.settle();
    await answers.flush();
    const { leaseId, payload } = await api.task.takeBack.mutate({ taskId: held.task.id });
    // What other tabs went on with after it was handed in has no turn: one goes on from what was handed in.
    if (payload !== null) await store.dropSample(sampleOf(options, held.task)).catch(() => undefined);
    core.set({ taken: core.get().taken + 1 });
    // Submitting ends the draft; skipping leaves it as it was.
    if (payload === null) restore(leaseId, held.draft.seen, fields);
    else {
      // As it is read now, so it is shown by the labels of now.
      const batch = newest.get(held.batch.id) ?? held.batch;
      restore(leaseId, { revision: 0, fields: {} }, fieldsOf(payload), drawnIn(payload), batch);
    }
  };

  /** All that went with the last act comes back, in the order in which it lay there. */
  const takeBack = async (): Promise<void> => {
    const { last } = core.get();
    core.set({ last: [] });
    const failed: Last[] = [];
    for (const each of [...last].reverse()) {
      try {
        await takeBackOne(each);
      } catch (error) {
        failed.unshift(each);
        core.tell(each.held.task.row, refusalOf(error));
      }
    }
    if (failed.length > 0) core.set({ last: failed });
  };

  return {
    subscribe: core.subscribe,
    state: (): DeskState => core.get(),
    start: async (): Promise<void> => {
      heartbeat = setInterval(beat, LEASE_HEARTBEAT_MS);
      window.addEventListener('online', sendNow);
      await answers.open();
      await answers.flush();
      await fetchMore();
    },
    stop: (): void => {
      stopped = true;
      clearInterval(heartbeat);
      clearTimeout(retry);
      drafts.stop();
      window.removeEventListener('online', sendNow);
      for (const release of clientLocks.values()) release();
    },
    edit,
    /** Goes back one step within the row; false when nothing was changed in it. */
    undo: (taskId: string): boolean => {
      const held = core.find(taskId);
      const before = held?.past.at(-1);
      if (held === undefined || before === undefined) return false;
      const set = changeOf(draftFields(held.draft), before);
      core.patchTask(taskId, (each) => ({
        ...each,
        past: each.past.slice(0, -1),
        draft: editDraft(each.draft, set),
      }));
      drafts.changed(taskId);
      return true;
    },
    /** Hands the answers in and goes on; with problems nothing happens, and they are returned. */
    submit: (
      taskId: string,
      drawn: Annotation['answers'] = {},
      drawing: DrawnStanding | null = null,
      isArtefact = false,
    ): AnnotationProblem[] => {
      const found = core.find(taskId);
      if (found === undefined) return [];
      // Only what is handed in is gone on from: what is refused here is still drawn on.
      const held = { ...found, drawn, standing: drawing };
      const problems = problemsOf(held);
      if (problems.length === 0) {
        const payload = payloadOf(held);
        const artefact = isArtefact || payload.artefact;
        const what = { payload: { ...payload, artefact }, skip: null, drawing };
        core.set({ last: [send(held, what, takeTime(taskId))] });
      }
      return problems;
    },
    /** Hands in all rows that are complete, in one act. The time at work on the page is shared among them. */
    submitComplete: (): HandedIn => {
      const found = core.get().held.map((held) => ({ held, problem: problemsOf(held)[0] }));
      const complete = found.filter(({ problem }) => problem === undefined);
      if (complete.length > 0) {
        const share = takeTime('grid') / complete.length;
        const last = complete.map(({ held }) => send(held, { payload: payloadOf(held), skip: null }, share));
        core.set({ last });
      }
      const kept = found.flatMap(({ held: { task }, problem }) =>
        problem === undefined ? [] : [{ taskId: task.id, row: task.row, problem }],
      );
      return { submitted: complete.length, kept };
    },
    /** What is drawn by then is not handed in, but there again if the skip is taken back. */
    skip: (
      taskId: string,
      reason: SkipReason,
      note: string | null,
      drawn: Annotation['answers'] = {},
      standing: DrawnStanding | null = null,
    ): void => {
      const found = core.find(taskId);
      if (found === undefined) return;
      const held = { ...found, drawn, standing };
      // A skip takes no time along: in a grid that is of the rows that stay.
      const activeMs = place === 'grid' ? 0 : takeTime(taskId);
      core.set({ last: [send(held, { payload: null, skip: { reason, note } }, activeMs)] });
    },
    /** Rows that nothing was answered of go back to the others at once. */
    giveBack: (): void => {
      const idle = core.get().held.filter((each) => !isBegun(each));
      const leaseIds = idle.map((each) => each.task.leaseId);
      for (let at = 0; at < leaseIds.length; at += MOST_NAMED) {
        const some = leaseIds.slice(at, at + MOST_NAMED);
        // What cannot be given back now runs out by itself.
        api.task.release.mutate({ projectId, leaseIds: some }).catch(() => undefined);
      }
    },
    takeBack,
    /** Nothing is to be done to it any more, and what was begun of it goes. */
    letGo: leave,
    /** Sends what was typed now. */
    saveNow: (): Promise<void> => drafts.flush(),
    /** One goes on drawing from what was taken back: from here on the drawing itself says what is drawn. */
    drawingBegun: (taskId: string): void => core.patchTask(taskId, (held) => ({ ...held, drawn: {} })),
    /** How what is drawn stands: does anything wait, and was the server reached? Null says nothing of it. */
    drawing: (waits: boolean | null, reached: boolean | null): void => {
      if (waits !== null) core.set({ drawing: waits ? 'waiting' : 'saved' });
      core.judgeSaving(reached);
      if (reached === false) again();
    },
    /** A shape was begun, or it is done or given up. */
    gesture: (isUnderWay: boolean): void => {
      drawsNow = isUnderWay;
      // Who waits for it looks again.
      if (core.get().following) core.set({});
    },
    /** The turn at a picture is over, or what is drawn cannot be taken: it is said, and the picture goes. */
    drawingRefused: (taskId: string, refusal: Refusal): void => {
      const held = core.find(taskId);
      if (held === undefined) return;
      core.tell(held.task.row, refusal);
      if (refusal.code !== 'too-large' && refusal.code !== 'bad-input') lost(held, refusal);
    },
    /** What drawings of this tab's person are kept in, and how they reach the server. */
    options,
    /** A sign that the person is at work on the row before them, or on the page of rows. */
    sign: (): void => {
      lastSign = Date.now();
      const { held, paused } = core.get();
      const first = held[0];
      if (first === undefined || paused) return;
      const clock = clockOf(first.task.id);
      times.set(clock, activeAt(times.get(clock) ?? noTime, performance.now()));
    },
    away: (): void => {
      for (const [taskId, time] of times) times.set(taskId, awayAt(time, performance.now()));
    },
    pause: (paused: boolean): void => {
      core.set({ paused });
      for (const [taskId, time] of times) times.set(taskId, awayAt(time, performance.now()));
      if (!paused) void claim().catch(again);
    },
    dismiss: (noticeId: string): void =>
      core.set({ notices: core.get().notices.filter((each) => each.id !== noticeId) }),
    follow,
    /** The label schema of something at hand may have been migrated. */
    lookForMigrations: (): void => {
      if (core.get().held.length > 0) void fetchMore(true);
    },
    dismissMigrated: (): void => core.set({ migrated: null }),
    /** Asks again for work without taking away what is said now. */
    lookQuietly: (): void => void fetchMore(),
    /** Asks again for work, where there was none or it could not be had. */
    look: (): void => {
      core.set({ phase: core.get().held.length > 0 ? 'working' : 'opening', failure: null });
      void fetchMore();
    },
  };
}
