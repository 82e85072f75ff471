import { setTimeout as wait } from 'node:timers/promises';
import type { Server } from '../frame/server-api.ts';

/** Where something is pushed to. */
export type Target = {
  server: Server;
  projectId: string;
  tell: (text: string) => void;
  signal: AbortSignal;
};

/** What came of a push. */
export type Pushed = {
  kind: 'label-import' | 'source-version' | 'run';
  id: string;
  status: string;
  details: Readonly<Record<string, unknown>>;
  /** One sentence. */
  text: string;
};

const LOOK_MS = 500;

/** Asks until nothing is under way any more. */
export async function settle<T>(
  look: () => Promise<T>,
  moving: (found: T) => boolean,
  signal: AbortSignal,
): Promise<T> {
  for (;;) {
    const found = await look();
    if (!moving(found)) return found;
    await wait(LOOK_MS, undefined, { signal });
  }
}
