import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '@assay/testkit';
import { signUp } from '../api-session.ts';
import { type AppUnderTest, startAppUnderTest } from '../app-under-test.ts';
import { isAlive } from '../lock.ts';
import { checkConsistency, type Findings } from './check-consistency.ts';
import { startWorkload, type Workload } from './workload.ts';

const TARGETS = ['The web server', 'The worker', 'The database'] as const;

type KillPoint = {
  target: (typeof TARGETS)[number];
  /** After how many further answers. */
  answers: number;
  /** And how long after the last of them, so that it falls at any point of a request, in milliseconds. */
  thenMs: number;
};

/** The points of a seed; the first three kill one of each kind. */
function killPoints(seed: number, count: number): KillPoint[] {
  return Array.from({ length: count }, (_, index) => {
    const draw = createHash('sha256').update(`${seed}/${index}`).digest();
    return {
      target: TARGETS[index < 3 ? index : draw[0]! % 3]!,
      answers: 1 + (draw[1]! % 24),
      thenMs: draw.readUInt16LE(2) % 120,
    };
  });
}

const BACK_WITHIN_MS = 120_000;

async function killAndWait(app: AppUnderTest, workload: Workload, point: KillPoint): Promise<void> {
  const wanted = workload.answered() + point.answers;
  await eventually(
    () => {
      if (workload.answered() < wanted) throw new Error('The workload gets no answers.');
    },
    { timeout: BACK_WITHIN_MS },
  );
  await pause(point.thenMs);
  // It may have ended by itself, over the kill of another; then it is on its way back.
  const pid = await eventually(
    () => {
      const found = app.pids()[point.target];
      if (found === undefined || !isAlive(found)) throw new Error(`${point.target} has no process to kill.`);
      process.kill(found, 'SIGKILL');
      return found;
    },
    { timeout: BACK_WITHIN_MS, interval: 50 },
  );
  await eventually(
    async () => {
      const now = app.pids()[point.target];
      if (now === undefined || now === pid) throw new Error(`${point.target} did not come back.`);
      const answer = await fetch(`${app.url}/api/health`, { signal: AbortSignal.timeout(10_000) });
      if (!answer.ok) throw new Error(`After the kill of ${point.target}: ${await answer.text()}`);
    },
    { timeout: BACK_WITHIN_MS, interval: 50 },
  );
}

/**
 * Kills web, worker and database at seeded moments while uploads and commands run, and then looks whether anything
 * that was acknowledged is lost, or anything contradicts itself.
 */
export async function killSoak(options: {
  points: number;
  seed: number;
  say: (line: string) => void;
}): Promise<Findings & { kills: number; answered: number; unanswered: number }> {
  const app = await startAppUnderTest({ demo: false, env: { LOG_LEVEL: 'silent' } });
  try {
    const session = await signUp(app.url, {
      name: 'Kill Test',
      email: 'kill@demo.example',
      password: 'assay-demo-password',
    });
    session.enter((await session.api.organisation.create.mutate({ name: 'Kill test' })).slug);
    const workload = startWorkload(session, options.seed);
    let kills = 0;
    try {
      for (const point of killPoints(options.seed, options.points)) {
        await killAndWait(app, workload, point);
        kills += 1;
        options.say(`${kills}: killed ${point.target}; ${workload.answered()} answers so far`);
      }
    } finally {
      await workload.stop();
    }
    const findings = await checkConsistency(app, session, workload.acknowledged);
    return { ...findings, kills, answered: workload.answered(), unanswered: workload.unanswered() };
  } finally {
    await app.stop();
  }
}
