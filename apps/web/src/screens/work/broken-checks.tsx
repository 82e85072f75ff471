'use client';

import type { BrokenCheck } from '@assay/domain';
import { Badge, Callout } from '@assay/ui';
import { useTranslations } from 'next-intl';

/** What a program finds wrong with the row, or with the label given to it. */
export function BrokenChecks({ broken }: { broken: readonly BrokenCheck[] }) {
  const t = useTranslations('work.checks');
  if (broken.length === 0) return null;
  const isBad = broken.some((each) => each.severity === 'error');
  return (
    <Callout tone={isBad ? 'bad' : 'warn'} title={t('title', { count: broken.length })}>
      <ul className="flex flex-col gap-1">
        {broken.map(({ id, from, text }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <span className="wrap-anywhere">{text}</span>
            <Badge>{t(from)}</Badge>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
