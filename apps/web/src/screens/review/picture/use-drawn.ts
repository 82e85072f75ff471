import type { Annotation, RegionValue } from '@assay/contracts';
import { imageColumn } from '@assay/domain';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import type { ReviewItem } from '../review-types.ts';

/** The picture that a sample is, with its size; null of a row of a table. */
export function pictureOf({ columns, cells }: ReviewItem) {
  const at = imageColumn(columns);
  const numberAt = (name: string) => Number(cells[columns.findIndex((column) => column.name === name)]);
  const imageId = at === null ? null : cells[at];
  if (typeof imageId !== 'string') return null;
  return { imageId, size: { width: numberAt('width'), height: numberAt('height') } };
}

export const regionsIn = ({ answers }: Pick<Annotation, 'answers'>): readonly RegionValue[] =>
  Object.values(answers).flatMap((answer) => (answer.kind === 'regions' ? answer.regions : []));

/** Of what a person rejected what they are not sure of. */
export const rejectedIn = ({ answers }: Annotation): readonly RegionValue[] =>
  Object.values(answers).flatMap((answer) =>
    answer.kind === 'regions' ? (answer.rejected ?? []).filter(({ remark }) => remark != null) : [],
  );

/** Where the pictures of a sample are, for whoever may look at all of a project. */
export function usePreviews(): (imageId: string) => string {
  const org = useOrg().organisation.slug;
  return (imageId) => `/api/images/${imageId}/preview?org=${encodeURIComponent(org)}`;
}

/** What was drawn on the picture, by people and by what proposed it. */
export function useDrawn({ answers, proposal }: ReviewItem) {
  const t = useTranslations('review.picture');
  return useMemo(() => {
    const people = answers.map((answer, at) => {
      const letter = answer.author.letter ?? String(at + 1);
      const regions = regionsIn(answer.payload);
      return {
        id: answer.annotationId,
        key: letter,
        name: t('answer', { letter }),
        regions,
        rejected: rejectedIn(answer.payload),
        isProposed: false,
      };
    });
    const proposed = proposal === null ? [] : regionsIn(proposal);
    if (proposal === null || proposed.length === 0) return people;
    const name = t('proposed', { source: proposal.source });
    return [
      ...people,
      { id: 'proposal', key: 'proposal', name, regions: proposed, rejected: [], isProposed: true },
    ];
  }, [answers, proposal, t]);
}
