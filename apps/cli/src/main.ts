import { runCommandLine } from './run-command.ts';

/** What a shell gives a program that Ctrl-C ended. */
const INTERRUPTED = 130;
/** A fault of ours: told apart from a log that does not verify and from wrong input. */
const OUR_FAULT = 70;
/** A command that has not ended by itself this long after Ctrl-C is ended. */
const GRACE_MS = 1500;

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // Asked twice, the process ends at once; what it has lying around goes with it.
    if (stopping.signal.aborted) process.exit(INTERRUPTED);
    stopping.abort(new Error('Stopped.'));
    setTimeout(() => process.exit(INTERRUPTED), GRACE_MS).unref();
  });
}
// Whoever reads the output may have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    streams: { stdout: process.stdout, stderr: process.stderr },
    signal: stopping.signal,
    env: process.env,
  });
} catch (error) {
  if (stopping.signal.aborted) {
    process.stderr.write('Stopped; nothing was left behind.\n');
    process.exitCode = INTERRUPTED;
  } else {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = OUR_FAULT;
  }
}
