'use client';

import { imageOutcome } from '@assay/contracts';
import {
  Button,
  Bytes,
  Card,
  DataTable,
  EmptyState,
  LinkButton,
  Select,
  type TableColumn,
  TextLink,
} from '@assay/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Download, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { LoadingCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { rowsHref } from '../../data/rows-href.ts';
import { OutcomeBadge } from '../image-badges.tsx';
import { type ImageImportView, type ImageItem, isReading, LOOK_MS } from '../image-types.ts';

const PAGE = 100;
/** Wide enough for the names that cameras and programs give. */
const PATH = 'block min-w-40 wrap-anywhere';

/** What became of every file, in their order. */
export function ImageItems({ view }: { view: ImageImportView }) {
  const t = useTranslations('images.items');
  const words = useTranslations('images.outcome');
  const { organisation } = useOrg();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { params, replace } = useUrlParams();
  const outcome = imageOutcome.safeParse(params.get('outcome')).data;
  const importId = view.id;
  const query = useInfiniteQuery({
    ...trpc.imageImport.items.infiniteQueryOptions(
      { importId, limit: PAGE, ...(outcome === undefined ? {} : { outcome }) },
      { getNextPageParam: (page) => page.next ?? undefined },
    ),
    refetchInterval: isReading(view.status) ? LOOK_MS : false,
  });
  // What came last is asked for once more when the reading ends.
  useEffect(() => {
    if (!isReading(view.status)) void queryClient.invalidateQueries(trpc.imageImport.items.pathFilter());
  }, [view.status, queryClient, trpc]);
  return (
    <Card
      flush
      title={t('title')}
      actions={
        <span className="flex flex-wrap items-center gap-2">
          <Select
            aria-label={t('outcome')}
            className="w-48"
            value={outcome ?? ''}
            onChange={(event) => replace({ outcome: event.target.value || null })}
            options={[
              { value: '', label: t('any') },
              ...imageOutcome.options.map((value) => ({ value, label: words(value) })),
            ]}
          />
          {view.refused === 0 ? null : (
            <LinkButton
              size="sm"
              href={rowsHref(`/api/image-imports/${importId}/refused.csv`, organisation.slug)('')}
              icon={<Download aria-hidden />}
              download
            >
              {t('download')}
            </LinkButton>
          )}
        </span>
      }
    >
      <QueryState query={query} loading={<LoadingCard />}>
        {({ pages }) => (
          <>
            <ItemTable items={pages.flatMap((page) => page.items)} />
            {query.hasNextPage ? (
              <div className="flex justify-center border-t border-line p-3">
                <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('more')}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </QueryState>
    </Card>
  );
}

function ItemTable({ items }: { items: readonly ImageItem[] }) {
  const t = useTranslations('images.items');
  const { path } = useOrg();
  const columns: TableColumn<ImageItem>[] = [
    {
      id: 'path',
      header: t('path'),
      rowHeader: true,
      cell: ({ path: at, imageId }) =>
        imageId === null ? (
          <span className={PATH}>{at}</span>
        ) : (
          <span className={PATH}>
            <TextLink href={path(`/images/${imageId}`)}>{at}</TextLink>
          </span>
        ),
    },
    { id: 'outcome', header: t('outcome'), cell: ({ outcome }) => <OutcomeBadge outcome={outcome} /> },
    {
      id: 'why',
      header: t('why'),
      cell: ({ message, next, outcome }) =>
        message === null ? (
          outcome === 'twice' || outcome === 'manifest' ? (
            t(outcome)
          ) : (
            '–'
          )
        ) : (
          <span className="flex min-w-0 flex-col gap-0.5">
            <span className="wrap-anywhere">{message}</span>
            <span className="text-fg-muted wrap-anywhere">{next}</span>
          </span>
        ),
    },
    {
      id: 'bytes',
      header: t('bytes'),
      align: 'end',
      cell: ({ bytes }) => <Bytes value={bytes} className="whitespace-nowrap" />,
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={items}
      rowKey={({ file, index }) => `${file} ${index}`}
      narrow="cards"
      dense
      empty={<EmptyState icon={<SearchX aria-hidden />} compact title={t('none')} />}
    />
  );
}
