'use client';

import type { Annotation } from '@assay/contracts';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import type { RegionQuestion } from '../../work/drawing/region-question.ts';
import type { OnRegions } from '../picture/compared.tsx';
import { PictureCard } from '../picture/picture-card.tsx';
import { SequenceCard } from '../picture/sequence-card.tsx';
import { regionsIn, rejectedIn } from '../picture/use-drawn.ts';
import type { Returned } from '../review-types.ts';
import { numberOf, RegionButton, SaidList } from './said-of-regions.tsx';

const NOTHING_SAID: OnRegions['open'] = new Map();

/** What became of a drawing that had come back: as it was and as it is, and what was said of its regions. */
export function ReturnedRegions({ returned, question }: { returned: Returned; question: RegionQuestion }) {
  const t = useTranslations('review.return');
  const org = useOrg().organisation.slug;
  const [chosen, setChosen] = useState<string | null>(null);
  const { taskId, picture, answer, revised } = returned;
  const labels = useMemo(() => new Map(question.labels.map((label) => [label.id, label])), [question]);
  const drawn = useMemo(() => {
    const of = (id: string, name: string, payload: Annotation) => ({
      id,
      key: id,
      name,
      regions: regionsIn(payload),
      rejected: rejectedIn(payload),
      isProposed: false,
    });
    const before = of('before', t('drawnBefore'), answer);
    return revised === null ? [before] : [before, of('now', t('drawnNow'), revised)];
  }, [answer, revised, t]);
  if (picture === null) return null;
  const hrefOf = (frame: number) =>
    `/api/tasks/${taskId}/picture/preview?org=${encodeURIComponent(org)}${frame === 0 ? '' : `&frame=${frame}`}`;
  const on: OnRegions = { chosen, open: NOTHING_SAID, nameOf: () => null, choose: setChosen, say: null };
  const frames = Array.from({ length: picture.frames ?? 0 }, (_, at) => ({
    href: hrefOf(at),
    path: t('frame', { number: at + 1 }),
  }));
  return (
    <>
      {picture.frames === null ? (
        <PictureCard href={hrefOf(0)} size={picture} labels={labels} drawn={drawn} on={on} />
      ) : (
        <SequenceCard frames={frames} size={picture} labels={labels} drawn={drawn} on={on} />
      )}
      <SaidList
        returned={returned}
        about={(regionId) => {
          const region = regionsIn(answer).find(({ id }) => id === regionId);
          return (
            <RegionButton
              label={labels.get(region?.label?.labelId ?? '')}
              number={numberOf(returned, regionId)}
              isChosen={chosen === regionId}
              onPress={() => setChosen(chosen === regionId ? null : regionId)}
            />
          );
        }}
      />
    </>
  );
}
