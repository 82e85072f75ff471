import type { Annotation, DrawnRecord, DrawnStanding } from '@assay/contracts';
import {
  acknowledgeDrawn,
  answerOfDrawn,
  type DrawnClient,
  drawnOfAnswer,
  editDrawn,
  layDrawn,
  openDrawn,
  ownDrawing,
  proposedDrawing,
  reopenDrawn,
  sendDrawn,
  standingOf,
} from '@assay/domain';
import {
  type Clipboard,
  composeDiffs,
  createClipboard,
  createEditor,
  type Editor,
  type EditorRecords,
  type EditorSettings,
  emptyDiff,
  isEmptyDiff,
  type RecordsDiff,
  regionsOf,
  relationsOf,
} from '@assay/editor';
import { refusalOf } from '~/trpc/client.tsx';
import { newId } from '../../versioned/new-id.ts';
import type { Desk } from '../desk/desk.ts';
import { isWorthRepeating, sampleOf } from '../desk/desk-core.ts';
import type { KeptDrawing } from '../desk/desk-store.ts';
import type { HeldTask, WorkTask } from '../desk/desk-types.ts';
import { holdClient, isClientGone } from '../desk/tab-locks.ts';
import { asKept, editOfDiff, isDrawn } from './edit-of-diff.ts';
import { freeKeysOf, offeredLabels, type RegionQuestion, skeletonPlanOf } from './region-question.ts';

/** Changes go together for so long before they are sent; they are saved within a second. */
const TOGETHER_MS = 400;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

type Answer = Awaited<ReturnType<Desk['options']['api']['task']['saveDrawing']['mutate']>>;
/** What a change of this tab replaced of another tab, unseen. */
export type Replaced = Answer['replaced'][number];

export type Drawing = {
  /** Of whose picture it is. */
  readonly taskId: string;
  readonly editor: Editor;
  /** The answer to the question of regions as it stands. */
  readonly answer: () => Extract<Annotation['answers'][string], { kind: 'regions' }>;
  /** What of the drawing this tab has seen, for handing it in. */
  readonly standing: () => DrawnStanding;
  /** Sends what waits now. */
  readonly flush: () => void;
  readonly stop: () => void;
};

/** One for all pictures of a desk: what was copied of one can be pasted into the next. */
const clipboards = new WeakMap<Desk, Clipboard>();

/** What is pasted has only labels that this question offers: what was copied may have answered another one. */
function clipboardOf(desk: Desk, question: RegionQuestion): Clipboard {
  const { read, write } = clipboards.get(desk) ?? createClipboard();
  clipboards.set(desk, { read, write });
  const offered = new Set(offeredLabels(question).map(({ id }) => id));
  return {
    write,
    read: () => {
      const clip = read();
      if (clip === undefined) return undefined;
      const regions = clip.regions.map((region) =>
        region.label === null || offered.has(region.label.labelId) ? region : { ...region, label: null },
      );
      return { ...clip, regions };
    },
  };
}

type Seen = { revision: number; records: readonly DrawnRecord[] };

/** What the server has of a drawing, with what tabs that are gone had not sent; tried until it is reached. */
export async function fetchDrawing(desk: Desk, task: WorkTask, signal: AbortSignal): Promise<Seen> {
  const { api, store } = desk.options;
  const { id: taskId, leaseId } = task;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
    try {
      for (const kept of await store.drawings(sampleOf(desk.options, task))) {
        if (await isClientGone(kept.clientId, kept.keptAt)) await sendKept(desk, task, kept);
      }
      return await api.task.openDrawing.mutate({ taskId, leaseId });
    } catch (error) {
      const refusal = refusalOf(error);
      if (!isWorthRepeating(refusal)) throw error;
      // Of a picture ahead nothing is known of what waits on the one before the person.
      desk.drawing(null, false);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait);
        addEventListener('online', () => resolve(), { once: true, signal });
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      });
      signal.throwIfAborted();
    }
  }
}

async function sendKept(desk: Desk, { id: taskId, leaseId }: WorkTask, kept: KeptDrawing): Promise<void> {
  const { api, store } = desk.options;
  let { client } = kept;
  try {
    for (let sent = sendDrawn(client); sent !== null; sent = sendDrawn(client)) {
      const { change } = sent;
      const { labelSchemaVersionId = null } = kept;
      const answer = await api.task.saveDrawing.mutate({ taskId, leaseId, change, labelSchemaVersionId });
      client = acknowledgeDrawn(sent.client, change.step, answer.revision);
    }
  } catch (error) {
    // What is refused for good would be refused for ever.
    if (isWorthRepeating(refusalOf(error))) throw error;
  }
  await store.dropDrawing(kept.clientId);
}

/**
 * Which records a drawing begins with, where it is not as the server has it: what was handed in before, or what was
 * proposed. Where proposals are verified each is looked at; elsewhere they are what one goes on from.
 */
function beginningOf(
  { drawn, task, batch }: HeldTask,
  { revision }: Seen,
  questionId: string,
): DrawnRecord[] | null {
  const mine = drawn[questionId];
  if (mine?.kind === 'regions') return drawnOfAnswer(mine);
  const proposed = revision === 0 ? task.proposal?.answers[questionId] : undefined;
  if (proposed?.kind !== 'regions') return null;
  return batch.kind === 'verify' ? proposedDrawing(proposed) : ownDrawing(proposed);
}

/**
 * What one draws on the picture of a task. Each change is in the browser's own store before it is on its way; what other
 * tabs changed comes in below what waits here. Half of a gesture is never saved.
 */
export function createDrawing(
  desk: Desk,
  held: HeldTask,
  seen: Seen,
  question: RegionQuestion,
  pixelsAround: NonNullable<EditorSettings['pixelsAround']>,
  onReplaced: (replaced: readonly Replaced[]) => void,
): Drawing {
  const { api, store } = desk.options;
  const { task } = held;
  const { labelSchemaVersionId } = held.batch;
  const { id: taskId, leaseId } = task;
  const { width = 1, height = 1, frames = null } = task.picture ?? {};
  const editor = createEditor({
    image: { width, height },
    newId,
    skeletonOf: skeletonPlanOf(question),
    pixelsAround,
    clipboard: clipboardOf(desk, question),
    frames: frames ?? undefined,
  });
  editor.setKeys(freeKeysOf(question));
  const clientId = newId();
  const release = holdClient(clientId);
  const sample = sampleOf(desk.options, task);
  let client: DrawnClient = openDrawn(clientId, seen.revision);
  /** What a gesture that is still under way has done so far. */
  let open: RecordsDiff<EditorRecords> = emptyDiff();
  let isSending = false;
  let isStopped = false;
  let wait = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  editor.store.transact(() => editor.store.put(...(seen.records as EditorRecords[])), 'remote');

  const keep = (): Promise<void> =>
    client.waiting.length === 0
      ? store.dropDrawing(clientId)
      : store.putDrawing({ clientId, sample, client, labelSchemaVersionId, keptAt: Date.now() });
  /** A browser that keeps nothing more must not keep it from being sent. */
  const keepQuietly = () => keep().catch(() => undefined);
  const later = (ms: number) => {
    if (isStopped || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void send();
    }, ms);
  };
  const take = () => {
    if (isEmptyDiff(open) || !editor.history.isSettled.peek()) return;
    const edited = editDrawn(client, editOfDiff(open));
    open = emptyDiff();
    // What was moved and brought back is as it was: nothing is to be sent.
    if (edited === client) return;
    client = edited;
    desk.drawing(true, null);
    void keepQuietly();
    later(TOGETHER_MS);
  };
  const receive = ({ changed }: Answer) => {
    if (changed.length === 0) return;
    editor.store.transact(() => {
      for (const { id, record } of changed) {
        const here = layDrawn(client, id, record);
        if (here === null) editor.store.remove(id);
        else editor.store.put(here as EditorRecords);
      }
    }, 'remote');
  };
  const sendOne = async (): Promise<boolean> => {
    const sent = sendDrawn(client);
    if (sent === null || isStopped) return false;
    client = sent.client;
    await keepQuietly();
    try {
      const { change } = sent;
      const answer = await api.task.saveDrawing.mutate({ taskId, leaseId, change, labelSchemaVersionId });
      if (isStopped) return false;
      client = acknowledgeDrawn(client, change.step, answer.revision);
      receive(answer);
      if (answer.replaced.length > 0) onReplaced(answer.replaced);
      await keepQuietly();
      wait = FIRST_WAIT_MS;
      desk.drawing(client.waiting.length > 0, true);
      return true;
    } catch (error) {
      if (isStopped) return false;
      const refusal = refusalOf(error);
      if (isWorthRepeating(refusal)) {
        desk.drawing(true, false);
        later(wait);
        wait = Math.min(LONGEST_WAIT_MS, wait * 2);
      } else {
        // It waits for what is done next, with which it may be taken.
        client = reopenDrawn(client);
        desk.drawingRefused(taskId, refusal);
      }
      return false;
    }
  };
  const send = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    try {
      while (await sendOne());
    } finally {
      isSending = false;
    }
  };
  const flush = () => void send();

  const stopListening = editor.store.listen(
    ({ diff }) => {
      open = composeDiffs(open, diff);
      take();
    },
    { source: 'user', scope: 'document' },
  );
  const stopWaiting = editor.history.isSettled.subscribe(take);
  const stopTelling = editor.underWay.subscribe((tool) => desk.gesture(tool !== undefined));
  addEventListener('online', flush);

  const beginning = beginningOf(held, seen, question.id);
  if (beginning !== null) {
    const there = new Set(seen.records.map(({ id }) => id));
    const { waiting = [], removed = [] } = held.standing ?? {};
    const mine = new Set(waiting);
    // Where the drawing is still there, only what had not arrived is done again: the rest is as all tabs left it.
    const isMissing = ({ id }: DrawnRecord) => seen.revision === 0 || mine.has(id);
    editor.store.transact(() => {
      editor.store.remove(...removed.filter((id) => there.has(id)));
      editor.store.put(...(beginning.filter(isMissing) as EditorRecords[]));
    });
  }
  if (held.drawn[question.id] !== undefined) desk.drawingBegun(taskId);
  // What was there before one came is no step of one's own.
  editor.history.clear();

  return {
    taskId,
    editor,
    answer: () =>
      answerOfDrawn([...regionsOf(editor.store), ...relationsOf(editor.store)].filter(isDrawn).map(asKept)),
    standing: () => standingOf(client),
    flush,
    stop: () => {
      isStopped = true;
      // What is left is kept, and sent when the picture is opened again.
      desk.drawing(false, null);
      clearTimeout(timer);
      stopListening();
      stopWaiting();
      stopTelling();
      desk.gesture(false);
      removeEventListener('online', flush);
      release();
    },
  };
}
