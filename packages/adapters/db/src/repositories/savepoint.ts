import type { RepositoryContext } from './context.ts';

/** A part of a transaction that can be taken back alone. */
export function createSavepointRepository({ statements }: RepositoryContext) {
  return {
    /** What throws is taken back to where it began; what was done before stays. One part at a time, or within. */
    run: async <T>(work: () => Promise<T>): Promise<T> => {
      statements.send('savepoint_set', 'SAVEPOINT part', []);
      try {
        const result = await work();
        await statements.run('savepoint_release', 'RELEASE SAVEPOINT part', []);
        return result;
      } catch (error) {
        await statements.run('savepoint_back', 'ROLLBACK TO SAVEPOINT part', []);
        await statements.run('savepoint_release', 'RELEASE SAVEPOINT part', []);
        throw error;
      }
    },
  };
}
