type Cleanup = () => void;

const cleanups = new Set<Cleanup>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let installed = false;

function runAll(): void {
  for (const cleanup of [...cleanups].reverse()) {
    cleanups.delete(cleanup);
    try {
      cleanup();
    } catch {
      // one failed cleanup must not keep the others from running; the next run sweeps what is left
    }
  }
}

function install(): void {
  if (installed) return;
  installed = true;
  process.on('exit', runAll);
  for (const signal of signals) {
    const onSignal = (): void => {
      runAll();
      process.off(signal, onSignal);
      // another listener (a test runner's) owns the exit; alone, die of the signal as if it were not caught
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    };
    process.on(signal, onSignal);
  }
}

/**
 * Runs `cleanup` when the process ends: on exit and on SIGINT, SIGTERM and SIGHUP, last registered first.
 * It must be synchronous, for an exiting process waits for nothing. Returns a function that withdraws it.
 */
export function onExit(cleanup: Cleanup): () => void {
  install();
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
  };
}
