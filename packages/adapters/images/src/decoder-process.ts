import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PictureResult } from './picture.ts';
import type { Answer, Ask } from './process-messages.ts';

/** From source the process needs the loader of sources; bundled it is a file beside the worker's. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const FILE = FROM_SOURCE ? './picture-process.ts' : './picture-process.mjs';

/** A decoder reads what strangers made: of the environment it gets what it needs to start, and no secrets. */
const KEPT = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LD_LIBRARY_PATH'];

/** A process that decodes one picture at a time. */
export type DecoderProcess = {
  readonly pid: number;
  readonly ended: boolean;
  /**
   * Null: the process died over it.
   *
   * @throws the reason of the signal, after the process was ended; what the process throws
   */
  ask(question: Ask, signal: AbortSignal): Promise<PictureResult | null>;
  /** Ends at once: a decoder in the middle of a picture listens to nobody. */
  end(): Promise<void>;
};

/**
 * Starts a process and waits until it can be asked.
 *
 * @throws where it cannot start
 */
export async function startDecoder(signal: AbortSignal): Promise<DecoderProcess> {
  const child = fork(fileURLToPath(new URL(FILE, import.meta.url)), {
    execArgv: FROM_SOURCE ? ['--import', 'tsx'] : ['--enable-source-maps'],
    env: {
      ...Object.fromEntries(KEPT.map((name) => [name, process.env[name]])),
      NODE_ENV: process.env.NODE_ENV,
      // fewer arenas, so that large blocks that were freed go back to the system
      MALLOC_ARENA_MAX: '2',
    },
  });
  const decoder = decoderOf(child);
  const ready = await heard(child, signal, decoder.end);
  if (ready === null) throw new Error(`The decoder of pictures could not start (${child.exitCode}).`);
  rest(child);
  return decoder;
}

function decoderOf(child: ChildProcess): DecoderProcess {
  const gone = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const end = async (): Promise<void> => {
    if (gone() || child.pid === undefined) return;
    const exit = once(child, 'exit');
    // whoever waits for the end may have nothing else to do
    child.ref();
    child.kill('SIGKILL');
    await exit;
  };
  return {
    get pid() {
      return child.pid!;
    },
    get ended() {
      return gone() || child.killed;
    },
    end,
    ask: async (question, signal) => {
      child.ref();
      child.channel?.ref();
      try {
        const answer = heard(child, signal, end);
        // a process that just died hears nothing; its end says so
        child.send(question, () => undefined);
        return resultOf(await answer);
      } finally {
        rest(child);
      }
    },
  };
}

/** A process that waits keeps nobody from ending. */
function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

/** The next thing that a process says. Null: it ended without a word. */
async function heard(
  child: ChildProcess,
  signal: AbortSignal,
  end: () => Promise<void>,
): Promise<Answer | null> {
  const over = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', { signal: over.signal }).then(([answer]) => answer as Answer),
      once(child, 'exit', { signal: over.signal }).then(() => null),
      once(signal, 'abort', { signal: over.signal }).then(() => Promise.reject(signal.reason)),
    ]);
  } catch (error) {
    await end();
    throw error;
  } finally {
    over.abort();
  }
}

function resultOf(answer: Answer | null): PictureResult | null {
  if (answer === null || answer.kind === 'ready') return null;
  if (answer.kind === 'read') return answer.result;
  const error = new Error(answer.error.message);
  if (answer.error.stack !== null) error.stack = answer.error.stack;
  throw error;
}
