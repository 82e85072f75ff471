import type { RepositoryContext } from './context.ts';

/** Liveness of worker processes; global. Times are the database's own, so that clocks need not agree. */
export function createWorkerRepository({ t }: RepositoryContext) {
  return {
    beat: async (id: string, region: string): Promise<void> => {
      await t.$executeRaw`
        INSERT INTO worker_heartbeat (id, region) VALUES (${id}::uuid, ${region})
        ON CONFLICT (id) DO UPDATE SET seen_at = now()`;
    },
    leave: (id: string) => t.workerHeartbeat.deleteMany({ where: { id } }),
    /** Workers heard of within the last `seconds`. */
    alive: async (seconds: number): Promise<number> => {
      const rows = await t.$queryRaw<{ n: bigint }[]>`
        SELECT count(*) AS n FROM worker_heartbeat WHERE seen_at > now() - make_interval(secs => ${seconds})`;
      return Number(rows[0]?.n ?? 0);
    },
  };
}
