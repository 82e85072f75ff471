'use client';

import { markKey } from '@assay/domain';
import { Badge, DataTable, TextLink, TimeAgo } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import type { Inbox, InboxItem } from './review-types.ts';
import { useInboxFilter } from './use-inbox-filter.ts';
import { useMarkText } from './use-mark-text.ts';

/** One row for each sample: why it is there, what is like it, whether somebody looks at it. */
export function InboxTable({ inbox, projectId }: { inbox: Inbox; projectId: string }) {
  const t = useTranslations('review');
  const { path } = useOrg();
  const { hrefWith } = useUrlParams();
  const { search, status, filter } = useInboxFilter();
  const textOf = useMarkText(inbox.words);
  return (
    <DataTable<InboxItem>
      caption={t('inbox.table')}
      narrow="cards"
      rows={inbox.items}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'row',
          header: t('inbox.row'),
          rowHeader: true,
          cell: ({ id, row }) => (
            <TextLink href={path(`/projects/${projectId}/review/${id}${search}`)}>
              {t('inbox.rowNumber', { row: row + 1 })}
            </TextLink>
          ),
        },
        {
          id: 'why',
          header: t('inbox.why'),
          cell: (item) => (
            <div className="flex flex-col gap-1">
              <ul className="flex flex-col gap-0.5">
                {item.marks.map((mark, at) => (
                  <li
                    key={markKey(mark)}
                    className={at === 0 ? 'text-fg wrap-anywhere' : 'text-fg-muted wrap-anywhere'}
                  >
                    {textOf(mark)}
                  </li>
                ))}
              </ul>
              <States item={item} />
            </div>
          ),
        },
        {
          id: 'alike',
          header: t('inbox.alike'),
          cell: ({ alike, alikeCount }) =>
            status === 'OPEN' && alikeCount > 1 && filter.alike === undefined ? (
              <TextLink href={hrefWith({ alike, after: null })}>
                {t('inbox.alikeCount', { count: alikeCount })}
              </TextLink>
            ) : (
              <span className="text-fg-muted">–</span>
            ),
        },
        {
          id: 'batch',
          header: t('inbox.batch'),
          cell: ({ batchId }) => {
            const batch = inbox.batches.find((each) => each.id === batchId);
            return batch === undefined ? '–' : t('inbox.batchName', batch);
          },
        },
        { id: 'since', header: t('inbox.since'), cell: ({ changedAt }) => <TimeAgo at={changedAt} /> },
      ]}
    />
  );
}

function States({ item }: { item: InboxItem }) {
  const t = useTranslations('review.inbox');
  if (!item.own && !item.held && item.round === 0) return null;
  return (
    <p className="flex flex-wrap gap-1.5">
      {item.own ? <Badge>{t('own')}</Badge> : null}
      {item.held ? <Badge tone="info">{t('held')}</Badge> : null}
      {item.round > 0 ? <Badge tone="warn">{t('round', { round: item.round })}</Badge> : null}
    </p>
  );
}
