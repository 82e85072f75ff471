import { configureDecoder } from './decode/configure-decoder.ts';
import type { Answer, Ask } from './process-messages.ts';
import { readPicture } from './read-picture.ts';

// The whole life of a decoding process: a picture at a time for the process that made it, and never without that one.
const say = (answer: Answer): void => {
  process.send?.(answer);
};
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches every process of a terminal; the one that made this one decides when it ends.
process.on('SIGINT', () => undefined);
process.on('message', async ({ threads, request }: Ask) => {
  configureDecoder(threads);
  say(await answer(request));
});
say({ kind: 'ready' });

async function answer(request: Ask['request']): Promise<Answer> {
  try {
    return { kind: 'read', result: await readPicture(request) };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { kind: 'failed', error: { message: error.message, stack: error.stack ?? null } };
  }
}
