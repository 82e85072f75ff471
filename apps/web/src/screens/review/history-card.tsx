'use client';

import { Badge, Card, TimeAgo } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useAuthorName } from './author-name.tsx';
import type { ReviewItem } from './review-types.ts';

/** What happened to a sample, the latest last, with the reasons and the words of each. */
export function HistoryCard({ item }: { item: ReviewItem }) {
  const t = useTranslations('review');
  const nameOf = useAuthorName();
  return (
    <Card title={t('item.history')} id="review-history">
      {item.history.length === 0 ? (
        <p className="text-sm text-fg-muted">{t('item.noHistory')}</p>
      ) : (
        <ol className="flex flex-col gap-3 text-sm">
          {item.history.map((act) => (
            <li key={act.id} className="flex flex-col gap-1">
              <p>
                <span className="font-medium">{nameOf(act.by)}</span> {t(`item.acts.${act.kind}`)}{' '}
                <span className="text-fg-muted">
                  <TimeAgo at={act.at} />
                </span>
              </p>
              {act.faults.length === 0 ? null : (
                <p className="flex flex-wrap gap-1.5">
                  {act.faults.map((fault) => (
                    <Badge key={fault}>{t(`faults.${fault}`)}</Badge>
                  ))}
                </p>
              )}
              {act.comment === '' ? null : (
                <p className="rounded-lg bg-sunken px-3 py-2 whitespace-pre-line wrap-anywhere">
                  {act.comment}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
