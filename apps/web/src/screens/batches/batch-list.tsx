'use client';

import { batchKind, batchStatus } from '@assay/contracts';
import {
  Button,
  Card,
  EmptyState,
  LinkButton,
  Pagination,
  SearchInput,
  SectionHeader,
  Select,
} from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { EyeOff, FileInput, Plus, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { usePager, useSearchText, useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { BatchTable } from './batch-table.tsx';
import { isLive, LOOK_MS } from './batch-types.ts';
import { BeginBatches } from './begin-batches.tsx';

const ORDERS = ['newest', 'urgent', 'due', 'name'] as const;

/** The batches of a project: what each asks, how far it is and by when it is wanted. */
export function BatchList({ projectId }: { projectId: string }) {
  const t = useTranslations('batches.list');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { may, mayNot } = useMay(projectId);
  const { params, replace } = useUrlParams();
  const { cursor, pages } = usePager();
  const { text, settled, setText } = useSearchText();
  const status = batchStatus.safeParse(params.get('status')).data;
  const kind = batchKind.safeParse(params.get('kind')).data;
  const order = ORDERS.find((each) => each === params.get('order')) ?? 'newest';
  const filtered = status !== undefined || kind !== undefined || settled !== '';
  const query = useQuery({
    ...trpc.batch.list.queryOptions(
      mayNot('batch.read')
        ? skipToken
        : {
            projectId,
            search: settled,
            order,
            cursor,
            limit: 25,
            ...(status === undefined ? {} : { status }),
            ...(kind === undefined ? {} : { kind }),
          },
    ),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.batches.some((batch) => isLive(batch.status)) === true ? LOOK_MS : false,
  });
  if (mayNot('batch.read')) {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  const imports = may('label.import') ? (
    <LinkButton href={path(`/projects/${projectId}/label-imports`)} icon={<FileInput aria-hidden />}>
      {t('imports')}
    </LinkButton>
  ) : null;
  const blind = may('batch.manage') ? (
    <LinkButton href={path(`/projects/${projectId}/blind-tests/new`)} icon={<EyeOff aria-hidden />}>
      {t('newBlind')}
    </LinkButton>
  ) : null;
  const begin = may('batch.manage') ? (
    <LinkButton
      variant="primary"
      href={path(`/projects/${projectId}/batches/new`)}
      icon={<Plus aria-hidden />}
    >
      {t('new')}
    </LinkButton>
  ) : null;
  const clear = () => {
    setText('');
    replace({ status: null, kind: null, search: null, after: null });
  };
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader
        title={t('title')}
        description={t('about')}
        actions={
          <>
            {imports}
            {blind}
            {begin}
          </>
        }
      />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ batches, cursor: next }) =>
          batches.length === 0 && !filtered && cursor === null ? (
            <BeginBatches projectId={projectId} />
          ) : (
            <>
              <Filters text={text} onText={setText} />
              <Card flush>
                <BatchTable
                  batches={batches}
                  empty={
                    <EmptyState
                      icon={<SearchX />}
                      compact
                      title={t('noMatchTitle')}
                      description={t('noMatchBody')}
                      action={<Button onClick={clear}>{t('clear')}</Button>}
                    />
                  }
                />
              </Card>
              {cursor === null && next === null ? null : <Pagination {...pages(next)} />}
            </>
          )
        }
      </QueryState>
    </div>
  );
}

function Filters({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = useTranslations('batches.list');
  const words = useTranslations('batches');
  const { params, replace } = useUrlParams();
  const set = (name: string) => (event: { target: { value: string } }) =>
    replace({ [name]: event.target.value, after: null });
  return (
    <div className="flex flex-wrap gap-2">
      <SearchInput label={t('search')} value={text} onChange={onText} className="min-w-0 flex-1 basis-60" />
      <Select
        aria-label={t('statusLabel')}
        className="w-full sm:w-44"
        value={params.get('status') ?? ''}
        onChange={set('status')}
        options={[
          { value: '', label: t('anyStatus') },
          ...batchStatus.options.map((each) => ({ value: each, label: words(`status.${each}`) })),
        ]}
      />
      <Select
        aria-label={t('kindLabel')}
        className="w-full sm:w-40"
        value={params.get('kind') ?? ''}
        onChange={set('kind')}
        options={[
          { value: '', label: t('anyKind') },
          ...batchKind.options.map((each) => ({ value: each, label: words(`kinds.${each}`) })),
        ]}
      />
      <Select
        aria-label={t('orderLabel')}
        className="w-full sm:w-48"
        value={params.get('order') ?? ''}
        onChange={set('order')}
        options={ORDERS.map((each) => ({ value: each === 'newest' ? '' : each, label: t(`orders.${each}`) }))}
      />
    </div>
  );
}
