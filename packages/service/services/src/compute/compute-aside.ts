import { Worker } from 'node:worker_threads';
import { type ComputeResult, type ComputeTask, cellsOf, compute } from './compute.ts';
import { type ThreadMessage, unpackError } from './thread-messages.ts';

/** Below so many cells the work is done before a thread would have started. */
const WORTH_A_THREAD = 400_000;

/** From source a thread needs the loader of sources; bundled it is a file beside the worker's. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const LOAD_SOURCE = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(require('node:worker_threads').workerData.entry);
});`;
const FILE = FROM_SOURCE ? './thread.ts' : './compute-thread.mjs';

/**
 * Does long work in a thread of its own, so that this one goes on giving signs of life, hears that the job was
 * cancelled, and then ends the thread at once. Small work is done here.
 *
 * @throws what the work throws, or the reason of the signal
 */
export async function computeAside<T extends ComputeTask>(
  task: T,
  control: { signal: AbortSignal; progress: (done: number, total: number) => void },
  worthAThread = WORTH_A_THREAD,
): Promise<ComputeResult<T>> {
  const { signal, progress } = control;
  signal.throwIfAborted();
  if (cellsOf(task) < worthAThread) {
    return compute(task, { throwIfAborted: () => signal.throwIfAborted(), progress });
  }
  const entry = new URL(FILE, import.meta.url);
  const thread = FROM_SOURCE
    ? new Worker(LOAD_SOURCE, { eval: true, workerData: { task, entry: entry.href }, execArgv: [] })
    : new Worker(entry, { workerData: { task } });
  const ended = new AbortController();
  try {
    return await new Promise<ComputeResult<T>>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { signal: ended.signal });
      thread.on('message', (message: ThreadMessage) => {
        if (message.kind === 'progress') progress(message.done, message.total);
        else if (message.kind === 'done') resolve(message.result as ComputeResult<T>);
        else reject(unpackError(message.error));
      });
      thread.on('error', reject);
      thread.on('exit', (code) => reject(new Error(`A compute thread ended early (${code}).`)));
    });
  } finally {
    ended.abort();
    await thread.terminate();
  }
}
