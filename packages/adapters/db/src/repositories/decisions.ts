import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

type NewDecision = Omit<Prisma.DecisionUncheckedCreateInput, 'orgId' | 'createdAt' | 'retraction'>;

/** A final label that stands. `payload` is null when the sample is rejected: it is used in nothing. */
export type CurrentDecision = {
  id: string;
  batchId: string;
  item: number;
  sampleKey: string;
  labelSchemaVersionId: string;
  method: string;
  outcome: string;
  payload: Prisma.JsonValue;
  decidedBy: string;
  basedOn: string[];
  faults: string[];
  patternId: string | null;
  createdAt: Date;
};

const COLUMNS = `d.id, d.batch_id AS "batchId", d.item, d.sample_key AS "sampleKey",
  d.label_schema_version_id AS "labelSchemaVersionId", d.method, d.outcome, d.payload, d.decided_by AS "decidedBy",
  d.based_on AS "basedOn", d.faults, d.pattern_id AS "patternId", d.created_at AS "createdAt"`;

// Not taken back, and nothing that stands came in its place.
const STANDS = `
  NOT EXISTS (SELECT 1 FROM decision_retraction r WHERE r.org_id = d.org_id AND r.decision_id = d.id)
  AND NOT EXISTS (
    SELECT 1 FROM decision s WHERE s.org_id = d.org_id AND s.batch_id = d.batch_id AND s.supersedes = d.id
      AND NOT EXISTS (SELECT 1 FROM decision_retraction r WHERE r.org_id = s.org_id AND r.decision_id = s.id))`;

const OF_BATCH = `
  SELECT ${COLUMNS} FROM decision_now d
  WHERE d.org_id = $1::uuid AND d.batch_id = $2::uuid AND d.item > $3::int AND ${STANDS}
  ORDER BY d.item LIMIT $4::int`;

const OF_SAMPLES = `
  SELECT DISTINCT ON (d.sample_key) ${COLUMNS} FROM decision_now d
  WHERE d.org_id = $1::uuid AND d.project_id = $2::uuid AND d.sample_key = ANY ($3::uuid[]) AND ${STANDS}
  ORDER BY d.sample_key, d.created_at DESC, d.id DESC`;

/** Final labels: what experts decided. */
export function createDecisionRepository({ t, statements, orgId }: RepositoryContext) {
  return {
    add: (row: NewDecision) => t.decision.create({ data: { ...row, orgId } }),
    /** Takes a decision back; the row stays. */
    retract: (decisionId: string, by: string) =>
      t.decisionRetraction.create({ data: { orgId, decisionId, by } }),
    /** Decisions of a batch that stand, in the order of its samples, behind `afterItem` (-1 for the first). */
    current: async (batchId: string, afterItem: number, limit: number): Promise<CurrentDecision[]> => {
      const { rows } = await statements.run<CurrentDecision>('decision_of_batch', OF_BATCH, [
        orgId,
        batchId,
        afterItem,
        limit,
      ]);
      return rows;
    },
    /** The newest decision that stands of each of these samples, whatever batch it was made in. */
    ofSamples: async (projectId: string, sampleKeys: readonly string[]): Promise<CurrentDecision[]> => {
      const { rows } = await statements.run<CurrentDecision>('decision_of_samples', OF_SAMPLES, [
        orgId,
        projectId,
        sampleKeys,
      ]);
      return rows;
    },
    get: async (id: string) => {
      const row = await t.decision.findUnique({ where: { id, orgId }, include: { retraction: true } });
      if (row === null) return null;
      const [now] = await t.$queryRaw<{ payload: Prisma.JsonValue }[]>`
        SELECT payload FROM decision_now WHERE org_id = ${orgId}::uuid AND id = ${id}::uuid`;
      return { ...row, payload: now?.payload ?? null };
    },
  };
}
