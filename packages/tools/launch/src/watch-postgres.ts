import { isAlive } from './lock.ts';
import { postmasterPid } from './postmaster.ts';

const LOOK_MS = 250;

/**
 * Starts the server again when its main process has died (killed, out of memory), on the same port: whoever was
 * connected connects again. What was committed is recovered by the server itself.
 */
export function watchPostgres(server: {
  data: string;
  startAgain: () => Promise<void>;
  say: (line: string) => void;
}): { stop: () => Promise<void> } {
  let stopped = false;
  let down = false;
  let starting: Promise<void> = Promise.resolve();
  const look = async () => {
    const pid = postmasterPid(server.data);
    if (pid !== undefined && isAlive(pid)) return;
    if (!down) server.say('The database ended and is started again.');
    down = true;
    try {
      await server.startAgain();
      down = false;
    } catch {
      // Its former processes are still leaving the shared memory: the next look tries again.
    }
  };
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      starting = look().finally(next);
    }, LOOK_MS);
  };
  let timer: NodeJS.Timeout | undefined;
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await starting;
    },
  };
}
