import { parentPort, workerData } from 'node:worker_threads';
import { type ComputeTask, compute } from './compute.ts';
import { packError, type ThreadMessage } from './thread-messages.ts';

/** Often enough to be followed, seldom enough to cost nothing. */
const PROGRESS_MS = 250;

// The whole life of a compute thread: one piece of work, which its maker ends by ending the thread.
const say = (message: ThreadMessage): void => parentPort?.postMessage(message);
let saidAt = 0;
try {
  const result = compute((workerData as { task: ComputeTask }).task, {
    throwIfAborted: () => undefined,
    progress: (done, total) => {
      const now = performance.now();
      if (now - saidAt < PROGRESS_MS && done < total) return;
      saidAt = now;
      say({ kind: 'progress', done, total });
    },
  });
  say({ kind: 'done', result });
} catch (thrown) {
  say({ kind: 'failed', error: packError(thrown) });
}
