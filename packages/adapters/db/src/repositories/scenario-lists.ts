import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type ScenarioFigure = {
  measurementId: string;
  scenarioId: string;
  state: string;
  numerator: bigint | null;
  denominator: bigint | null;
  reportId: string;
  runId: string;
  runNumber: number;
};

/** What experts say matters in the data of a project. A version of the list never changes. */
export function createScenarioListRepository({ t, orgId }: RepositoryContext) {
  return {
    /** The newest, or the version of that number; null where nothing was written down. */
    get: (projectId: string, number: number | null) =>
      t.scenarioListVersion.findFirst({
        where: { orgId, projectId, ...(number === null ? {} : { number }) },
        orderBy: { number: 'desc' },
      }),
    /** The newest, kept from others until the transaction ends. */
    lock: async (projectId: string) => {
      // The project's row is the lock under which numbers are given.
      await t.$queryRaw`SELECT 1 FROM project WHERE id = ${projectId}::uuid AND org_id = ${orgId}::uuid FOR NO KEY UPDATE`;
      return t.scenarioListVersion.findFirst({ where: { orgId, projectId }, orderBy: { number: 'desc' } });
    },
    add: (row: {
      id: string;
      projectId: string;
      number: number;
      document: Prisma.InputJsonValue;
      sha256: string;
      changes: Prisma.InputJsonValue;
      createdBy: string;
    }) => t.scenarioListVersion.create({ data: { ...row, orgId } }),
    /** Versions below a number, newest first, without what they say. */
    list: (projectId: string, below: number | null, limit: number) =>
      t.scenarioListVersion.findMany({
        where: { orgId, projectId, ...(below === null ? {} : { number: { lt: below } }) },
        orderBy: { number: 'desc' },
        take: limit + 1,
        omit: { document: true },
      }),
    /**
     * How each scenario was found by the newest finished reports on runs, newest first. Those of final validations are
     * left out: whoever iterates must not see more of them than their verdict.
     */
    figures: (projectId: string, reports: number): Promise<ScenarioFigure[]> => t.$queryRaw<ScenarioFigure[]>`
      WITH newest AS (
        SELECT r.id, r.run_id, n.number
        FROM report r JOIN run n ON n.org_id = r.org_id AND n.id = r.run_id
        WHERE r.org_id = ${orgId}::uuid AND r.project_id = ${projectId}::uuid AND r.status = 'READY'
          AND r.deleted_at IS NULL AND r.release_id IS NULL AND n.deleted_at IS NULL
        ORDER BY r.id DESC LIMIT ${reports})
      SELECT m.id AS "measurementId", m.inputs->>'scenario' AS "scenarioId", m.inputs->>'state' AS state,
             m.numerator, m.denominator, w.id AS "reportId", w.run_id AS "runId", w.number AS "runNumber"
      FROM newest w
      JOIN measurement m ON m.org_id = ${orgId}::uuid AND m.subject_type = 'report' AND m.subject_id = w.id
      WHERE m.metric = 'scenario-reached'
      ORDER BY w.id DESC, m.id`,
  };
}
