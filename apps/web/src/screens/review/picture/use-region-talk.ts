import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { useUrlParams } from '~/shell/use-url-params.ts';
import type { RegionTalk } from '../../comments/region-talk.ts';
import type { Drawn } from './drawn.ts';

/** The picture of a sample, to which comments lead. */
export const PICTURE_CARD = 'review-picture';

/** Of which region is talked, and how one goes from the picture to what is said and back. It is in the address. */
export function useRegionTalk(drawn: readonly Drawn[], labels: ReadonlyMap<string, { name: string }>) {
  const t = useTranslations('review.picture');
  const { params, replace } = useUrlParams();
  const [asked, setAsked] = useState(0);
  const answered = useRef(0);
  const names = useMemo(() => {
    const all = new Map<string, string>();
    for (const { name: who, regions } of drawn) {
      for (const [at, { id, label }] of regions.entries()) {
        const known = labels.get(label?.labelId ?? '')?.name ?? t('unlabelled');
        // What was proposed and taken as it is, is one region of several people.
        const before = all.get(id);
        const mine = t('numbered', { who, number: at + 1, label: known });
        all.set(id, before === undefined ? mine : t('alsoOf', { name: before, who }));
      }
    }
    return all;
  }, [drawn, labels, t]);
  const chosen = params.get('region');
  const choose = (regionId: string | null) => replace({ region: regionId });
  const talk: RegionTalk = {
    chosen,
    nameOf: (regionId) => names.get(regionId) ?? null,
    open: (regionId) => {
      // What is over one another shows everything.
      replace({ region: regionId, compare: null });
      document.getElementById(PICTURE_CARD)?.scrollIntoView({ block: 'start' });
    },
    leave: () => choose(null),
    asked,
    takeAsked: () => {
      const isNew = answered.current !== asked;
      answered.current = asked;
      return isNew;
    },
  };
  return {
    talk,
    /** Marks a region on the picture. */
    choose,
    /** Goes to what is said of a region. */
    say: (regionId: string) => {
      choose(regionId);
      setAsked((before) => before + 1);
    },
  };
}
