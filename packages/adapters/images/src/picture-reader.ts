import { type DecoderProcess, startDecoder } from './decoder-process.ts';
import { PICTURE_LIMITS, type PictureLimits } from './limits.ts';
import type { PictureRefusal, PictureResult } from './picture.ts';
import type { Ask } from './process-messages.ts';

export type PictureReaderOptions = {
  /** What is taken; of PICTURE_LIMITS where one is left out. */
  limits?: Partial<PictureLimits>;
  /** After so long a picture is given up, in milliseconds. */
  patienceMs?: number;
  /** Threads of the decoder. */
  threads?: number;
};

/** What is to be read. */
export type PictureRequest = {
  file: string;
  /** What it was called, of which only the ending is looked at; the file's own name where it is left out. */
  name?: string;
  /** A folder that is there and belongs to the caller, who removes it also when nothing came of it. */
  workDir: string;
  signal?: AbortSignal;
};

/** Reads pictures one after another in a process of its own, which may die without this one. */
export type PictureReader = {
  /**
   * Waits for its turn, then reads.
   *
   * @throws the reason of the signal; what is not the file's fault, such as a full disk
   */
  read(request: PictureRequest): Promise<PictureResult>;
  /** The process that decodes; null while there is none. */
  readonly pid: number | null;
  /** Ends the process; what is being read is given up. */
  close(): Promise<void>;
};

const PATIENCE_MS = 180_000;
const THREADS = 2;
/** A decoder that has nothing to do gives its memory back. */
const IDLE_MS = 60_000;
/** A process may die for another's reason, such as the memory of a neighbour. */
const TRIES = 2;

export function createPictureReader(options: PictureReaderOptions = {}): PictureReader {
  const limits = { ...PICTURE_LIMITS, ...options.limits };
  const { patienceMs = PATIENCE_MS, threads = THREADS } = options;
  let decoder: DecoderProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const closed = new AbortController();

  const readNow = async (question: Ask, stop: AbortSignal): Promise<PictureResult> => {
    clearTimeout(idle);
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      stop.throwIfAborted();
      if (decoder === null || decoder.ended) decoder = await startDecoder(stop);
      const patience = AbortSignal.timeout(patienceMs);
      try {
        const result = await decoder.ask(question, AbortSignal.any([stop, patience]));
        if (result !== null) return result;
      } catch (error) {
        if (patience.aborted && !stop.aborted) return tookTooLong(patienceMs);
        throw error;
      }
    }
    return CRASHED;
  };

  return {
    read: ({ file, name = file, workDir, signal }) => {
      const stop = AbortSignal.any([closed.signal, ...(signal === undefined ? [] : [signal])]);
      const question = { threads, request: { file, name, workDir, limits } };
      const read = turn.then(() => readNow(question, stop));
      turn = read.then(
        () => {
          idle = setTimeout(() => void decoder?.end(), IDLE_MS).unref();
        },
        () => undefined,
      );
      return read;
    },
    get pid() {
      return decoder === null || decoder.ended ? null : decoder.pid;
    },
    close: async () => {
      closed.abort(new Error('The reader of pictures was closed.'));
      await turn;
      clearTimeout(idle);
      await decoder?.end();
    },
  };
}

const CRASHED: PictureRefusal = {
  ok: false,
  code: 'decoder-crashed',
  message: 'The decoder broke down over this file twice, and was started anew.',
  next: 'Open the file in another program, save it anew, and bring that one.',
};

const tookTooLong = (patienceMs: number): PictureRefusal => ({
  ok: false,
  code: 'took-too-long',
  message: `The file could not be decoded within ${Math.round(patienceMs / 1000)} s.`,
  next: 'Make the picture smaller, or save it in another format.',
});
