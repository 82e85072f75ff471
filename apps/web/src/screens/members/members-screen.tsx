'use client';

import { Button, Card, EmptyState, PageHeader, Pagination, SearchInput, SkeletonRows } from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QueryState } from '~/shell/page-states.tsx';
import { useCan } from '~/shell/use-can.ts';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { usePager, useSearchText, useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { InvitationsCard } from './invitations-card.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MembersTable } from './members-table.tsx';

const PAGE = 25;

export function MembersScreen() {
  const t = useTranslations('members');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const may = useCan();
  const { params, replace } = useUrlParams();
  const { text, settled, setText } = useSearchText();
  const { cursor, pages } = usePager();
  const list = useQuery(
    trpc.member.list.queryOptions(
      { search: settled, cursor, limit: PAGE },
      { placeholderData: keepPreviousData },
    ),
  );
  const mayInvite = may('member.invite');
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        breadcrumbs={crumbs([{ label: t('title') }])}
        actions={
          mayInvite ? (
            <Button
              variant="primary"
              icon={<UserPlus aria-hidden />}
              onClick={() => replace({ invite: '1' })}
            >
              {t('invite')}
            </Button>
          ) : undefined
        }
      />
      <div className="flex flex-col gap-6">
        <section className="flex flex-col gap-4" aria-label={t('title')}>
          <SearchInput label={t('search')} placeholder={t('searchHint')} value={text} onChange={setText} />
          <Card flush>
            <QueryState query={list} loading={<SkeletonRows />}>
              {({ members }) =>
                members.length === 0 ? (
                  <EmptyState
                    title={t('noneFound', { text: settled })}
                    action={<Button onClick={() => setText('')}>{t('clearSearch')}</Button>}
                  />
                ) : (
                  <MembersTable members={members} />
                )
              }
            </QueryState>
          </Card>
          {cursor === null && !list.data?.cursor ? null : <Pagination {...pages(list.data?.cursor)} />}
        </section>
        {mayInvite ? <InvitationsCard /> : null}
      </div>
      {mayInvite && params.get('invite') !== null ? (
        <InviteDialog onClose={() => replace({ invite: null })} />
      ) : null}
    </>
  );
}
