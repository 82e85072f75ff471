/** Ends open streams when the process is asked to stop: `next start` would otherwise wait for them for ever. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { server } = await import('./server/deps.ts');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void server().then(({ stopping }) => stopping.abort());
    });
  }
}
