import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '@assay/telemetry';

export type Loop = {
  name: string;
  everyMs: number;
  work: () => Promise<unknown>;
};

export type RunningLoops = {
  /** Begins no more rounds and waits for those that run. */
  stop: () => Promise<void>;
};

/**
 * Runs each loop by itself, one round after the other with a pause between. A round that fails is logged and the
 * next one comes: what the loops do bears repetition.
 */
export function startLoops(
  loops: readonly Loop[],
  log: Log,
  after: (name: string, outcome: 'ok' | 'failed', seconds: number) => void = () => undefined,
): RunningLoops {
  const stopping = new AbortController();
  const { signal } = stopping;
  // One for each loop that waits.
  setMaxListeners(loops.length, signal);
  const run = async ({ name, everyMs, work }: Loop): Promise<void> => {
    let failures = 0;
    while (!signal.aborted) {
      const start = performance.now();
      try {
        await work();
        failures = 0;
      } catch (err) {
        failures += 1;
        // A database that is away would otherwise fill the log five times a second.
        if (failures === 1 || failures % 50 === 0)
          log.error({ err, loop: name, failures }, 'A loop met an error.');
      }
      after(name, failures === 0 ? 'ok' : 'failed', (performance.now() - start) / 1000);
      const waitMs = failures === 0 ? everyMs : Math.max(everyMs, 1000);
      await pause(waitMs, undefined, { signal }).catch(() => undefined);
    }
  };
  const ends = loops.map(run);
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(ends);
    },
  };
}
