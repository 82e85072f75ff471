'use client';

import { cn, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { type Comparison, verdictTone } from './report-types.ts';

const frames = {
  good: 'border-good-line bg-good-soft',
  warn: 'border-warn-line bg-warn-soft',
  bad: 'border-bad-line bg-bad-soft',
};
const words = { good: 'text-good-text', warn: 'text-warn-text', bad: 'text-bad-text' };

/** The two verdicts beside each other. */
export function ComparedSides({ comparison }: { comparison: Comparison }) {
  const t = useTranslations('reports');
  const { path } = useOrg();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(['before', 'after'] as const).map((side) => {
        const verdict = comparison.verdict[side];
        const tone = verdictTone[verdict];
        return (
          <section
            key={side}
            aria-label={t(`compare.${side}`)}
            className={cn('min-w-0 rounded-xl border p-5', frames[tone])}
          >
            <p className="text-xs text-fg-secondary">{t(`compare.${side}`)}</p>
            <p className={cn('text-xl font-semibold tracking-tight', words[tone])}>
              {t(`verdict.${verdict}`)}
            </p>
            <p className="mt-1 text-sm wrap-anywhere">
              <TextLink href={path(`/reports/${comparison[side].id}`)}>{comparison[side].name}</TextLink>
            </p>
          </section>
        );
      })}
    </div>
  );
}
