import { DEMO_SIGN_INS } from './demo-sign-ins.ts';
import { start } from './start.ts';

/** Serves until Ctrl-C, SIGTERM, or the end of the process that started this one. */
export function serve(dev: boolean): () => Promise<number> {
  return async () => {
    let finish: (code: number) => void = () => undefined;
    const ended = new Promise<number>((resolve) => {
      finish = resolve;
    });
    let stop: (() => Promise<void>) | null = null;
    let asked = false;
    const end = () => {
      if (asked) return;
      asked = true;
      // Before anything runs there is nothing to stop: `start` gives up by itself.
      if (stop) void stop().then(() => finish(0));
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
    process.on('disconnect', end);

    const running = await start({ dev, seed: true });
    stop = running.stop;
    if (asked) {
      await running.stop();
      return 0;
    }
    process.stdout.write(
      [
        '',
        `  Assay is ready: ${running.url}`,
        '',
        ...(process.env.ASSAY_DEMO === 'off'
          ? []
          : [
              '  Demo sign-ins (demo data; the password of each is the same):',
              ...DEMO_SIGN_INS.map((person) => `    ${person.email.padEnd(28)} ${person.role}`),
              `    password: ${DEMO_SIGN_INS[0]?.password}`,
              '',
            ]),
        '  Ctrl-C stops it.',
        '',
      ].join('\n'),
    );
    return ended;
  };
}
