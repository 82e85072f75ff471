import type { AnnotationAnswer, RegionValue } from '@assay/contracts';

type Answers = Readonly<Record<string, AnnotationAnswer>>;

/** A region as it is there, without what its author remarks of it. */
export function withoutRemark<R extends Pick<RegionValue, 'remark'>>(region: R): Omit<R, 'remark'> {
  if (region.remark === undefined) return region;
  const { remark: _, ...rest } = region;
  return rest;
}

/** The regions that their author flags: those that were drawn, then what was proposed and rejected. */
export function flaggedRegions(answer: AnnotationAnswer | undefined): RegionValue[] {
  if (answer?.kind !== 'regions') return [];
  return [...answer.regions, ...(answer.rejected ?? [])].filter(({ remark }) => remark != null);
}

/** What is said of a sample, without what its author remarks of single regions: like a comment, that is no label. */
export function withoutRemarks(answers: Answers): Record<string, AnnotationAnswer> {
  return Object.fromEntries(
    Object.entries(answers).map(([questionId, answer]): [string, AnnotationAnswer] => {
      if (answer.kind !== 'regions') return [questionId, answer];
      const { regions, rejected, ...rest } = answer;
      const plain = { ...rest, regions: regions.map(withoutRemark) };
      return [
        questionId,
        rejected === undefined ? plain : { ...plain, rejected: rejected.map(withoutRemark) },
      ];
    }),
  );
}
