import { server } from './deps.ts';

/** Ends open streams when the process is asked to stop: `next start` would otherwise wait for them for ever. */
export function stopStreamsOnSignal(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void server().then(({ stopping }) => stopping.abort());
    });
  }
}
