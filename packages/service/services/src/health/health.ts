import type { Deps } from '../frame/deps.ts';

export type PartHealth = { ok: boolean; detail: string; ms: number };
export type Health = {
  /** All parts answer: 200, else 503. */
  ok: boolean;
  parts: Record<'database' | 'queue' | 'storage' | 'worker', PartHealth>;
};

const LIMIT_MS = 2000;
const WORKER_SILENT_S = 15;

/** Asks each part whether it answers, all at once and each for at most two seconds. */
export async function health(deps: Deps, parts: { pingQueue: () => Promise<void> }): Promise<Health> {
  const scope = { orgId: null, userId: null };
  const [database, queue, storage, worker] = await Promise.all([
    ask(deps, 'database', async () => {
      await deps.db.ping();
      return 'Answers.';
    }),
    ask(deps, 'queue', async () => {
      await parts.pingQueue();
      return 'Answers.';
    }),
    ask(deps, 'storage', async () => {
      await deps.storage.ping();
      return 'Can be written.';
    }),
    ask(deps, 'worker', async () => {
      const alive = await deps.db.transaction(scope, (t) => t.workers.alive(WORKER_SILENT_S));
      if (alive === 0) throw new Silent(`No worker was heard of within ${WORKER_SILENT_S} seconds.`);
      return `${alive} alive.`;
    }),
  ]);
  return {
    ok: [database, queue, storage, worker].every((part) => part.ok),
    parts: { database, queue, storage, worker },
  };
}

/** Its text is ours and may be shown. */
class Silent extends Error {}

/** Parts that were not healthy when they were last asked, for each process's deps. */
const ailing = new WeakMap<Deps, Set<string>>();

async function ask(deps: Deps, part: string, question: () => Promise<string>): Promise<PartHealth> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Silent(`No answer within ${LIMIT_MS / 1000} seconds.`)), LIMIT_MS);
  });
  const ms = (): number => Math.round(performance.now() - start);
  try {
    const detail = await Promise.race([question(), late]);
    noteChange(deps, part, null);
    return { ok: true, detail, ms: ms() };
  } catch (err) {
    noteChange(deps, part, err);
    // Addresses and names inside the errors of drivers stay in the log.
    return { ok: false, detail: err instanceof Silent ? err.message : 'Does not answer.', ms: ms() };
  } finally {
    clearTimeout(timer);
  }
}

/** One line when a part falls ill and one when it is well again, however often it is asked meanwhile. */
function noteChange(deps: Deps, part: string, err: unknown): void {
  const ill = ailing.get(deps) ?? new Set();
  ailing.set(deps, ill);
  if (err === null) {
    if (ill.delete(part)) deps.log.info({ part }, 'A part of the product is healthy again.');
  } else if (!ill.has(part)) {
    ill.add(part);
    const reason = err instanceof Error ? err.message : String(err);
    deps.log.warn({ part, reason }, 'A part of the product is not healthy.');
  }
}
