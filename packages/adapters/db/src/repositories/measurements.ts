import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type NewMeasurement = {
  id: string;
  metric: string;
  method: string;
  methodVersion: number;
  subjectType: string;
  subjectId: string;
  slice: Prisma.InputJsonValue;
  sliceKey: string;
  value: number | null;
  reason: string | null;
  numerator: bigint | null;
  denominator: bigint | null;
  low: number | null;
  high: number | null;
  confidence: number | null;
  n: bigint;
  inputs: Prisma.InputJsonValue;
  jobId: string | null;
};

export function createMeasurementRepository({ t, orgId }: RepositoryContext) {
  return {
    addMany: (rows: readonly NewMeasurement[]) =>
      t.measurement.createMany({ data: rows.map((row) => ({ ...row, orgId })) }),
    get: (id: string) => t.measurement.findUnique({ where: { id, orgId } }),
    /** The newest row of each metric and slice of one subject. */
    latest: (subjectType: string, subjectId: string, metrics?: readonly string[]) =>
      t.measurement.findMany({
        where: { orgId, subjectType, subjectId, ...(metrics ? { metric: { in: [...metrics] } } : {}) },
        distinct: ['metric', 'sliceKey'],
        orderBy: [{ metric: 'asc' }, { sliceKey: 'asc' }, { id: 'desc' }],
      }),
    /** Versions of the source that this version belongs to, by number; empty when it is no source version. */
    versionsBeside: async (versionId: string): Promise<{ id: string; number: number }[]> => {
      const version = await t.sourceVersion.findUnique({
        where: { id: versionId, orgId },
        select: { sourceId: true },
      });
      if (version === null) return [];
      return t.sourceVersion.findMany({
        where: { orgId, sourceId: version.sourceId },
        select: { id: true, number: true },
        orderBy: { number: 'asc' },
      });
    },
    /** The same metric and slice over time, across the versions of a subject. */
    history: (subjectIds: readonly string[], metric: string, sliceKey: string) =>
      t.measurement.findMany({
        where: { orgId, subjectId: { in: [...subjectIds] }, metric, sliceKey },
        orderBy: { id: 'asc' },
        take: 200,
      }),
  };
}
