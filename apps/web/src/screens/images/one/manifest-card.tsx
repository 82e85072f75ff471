'use client';

import { Button, Card, DataTable, NumberText } from '@assay/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { type ImageImportView, isReading } from '../image-types.ts';

const PAGE = 50;

/** What the manifests of an import say, and which of their lines were left out; nothing where there is none. */
export function ManifestCard({ view }: { view: ImageImportView }) {
  const t = useTranslations('images.manifest');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const query = useInfiniteQuery(
    trpc.imageImport.manifest.infiniteQueryOptions(
      { importId: view.id, limit: PAGE },
      { getNextPageParam: (page) => page.next ?? undefined },
    ),
  );
  // Lines are settled when the reading ends.
  useEffect(() => {
    if (!isReading(view.status)) void queryClient.invalidateQueries(trpc.imageImport.manifest.pathFilter());
  }, [view.status, queryClient, trpc]);
  return (
    <QueryState query={query} loading={false}>
      {({ pages }) => {
        const counts = pages[0]?.counts;
        const refused = pages.flatMap((page) => page.refused);
        if (counts === undefined || counts.lines === 0) return null;
        return (
          <Card
            title={t('title')}
            description={isReading(view.status) ? t('reading', counts) : t('counts', counts)}
            flush={refused.length > 0}
          >
            {refused.length === 0 ? null : (
              <DataTable
                caption={t('leftOut')}
                dense
                narrow="cards"
                rows={refused}
                rowKey={({ file, index, line }) => `${file} ${index} ${line}`}
                columns={[
                  {
                    id: 'line',
                    header: t('line'),
                    numeric: true,
                    cell: ({ line }) => <NumberText value={line} />,
                  },
                  {
                    id: 'path',
                    header: t('path'),
                    rowHeader: true,
                    cell: ({ path }) => (
                      <span className="wrap-anywhere sm:block sm:min-w-32">
                        {path === '' ? t('nothing') : path}
                      </span>
                    ),
                  },
                  {
                    id: 'why',
                    header: t('why'),
                    cell: ({ message, next }) => (
                      <span className="flex min-w-0 flex-col gap-0.5">
                        <span className="wrap-anywhere">{message}</span>
                        <span className="text-fg-muted wrap-anywhere">{next}</span>
                      </span>
                    ),
                  },
                ]}
              />
            )}
            {query.hasNextPage ? (
              <div className="flex justify-center border-t border-line p-3">
                <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('more')}
                </Button>
              </div>
            ) : null}
          </Card>
        );
      }}
    </QueryState>
  );
}
