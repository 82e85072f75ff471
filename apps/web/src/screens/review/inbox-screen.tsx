'use client';

import { Button, Card, EmptyState, Pagination, SectionHeader, useToast } from '@assay/ui';
import { keepPreviousData, useMutation } from '@tanstack/react-query';
import { Inbox as InboxIcon, Play, SlidersHorizontal } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LoadingCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { usePager } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Project } from '../projects/project-types.ts';
import { InboxFilters } from './inbox-filters.tsx';
import { InboxTable } from './inbox-table.tsx';
import { ReviewFrame } from './review-frame.tsx';
import { RulesSheet } from './rules-sheet.tsx';
import { useInboxFilter } from './use-inbox-filter.ts';

/** What waits for an expert: why each sample is there, and how many are alike. */
export function InboxScreen({ projectId }: { projectId: string }) {
  return <ReviewFrame projectId={projectId}>{(project) => <Inbox project={project} />}</ReviewFrame>;
}

function Inbox({ project }: { project: Project }) {
  const t = useTranslations('review');
  const trpc = useTRPC();
  const { cursor, pages } = usePager();
  const [rules, setRules] = useState(false);
  const { filter, status } = useInboxFilter();
  const query = useQuery({
    ...trpc.review.list.queryOptions({ projectId: project.id, status, ...filter, cursor, limit: 50 }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader
        title={t('inbox.title')}
        description={t('inbox.about')}
        actions={
          <>
            <Button icon={<SlidersHorizontal aria-hidden />} onClick={() => setRules(true)}>
              {t('rules.open')}
            </Button>
            {project.permissions.includes('review.decide') ? <StartButton projectId={project.id} /> : null}
          </>
        }
      />
      <QueryState query={query} loading={<LoadingCard />}>
        {(inbox) => (
          <>
            <InboxFilters inbox={inbox} />
            {inbox.items.length === 0 ? (
              <Card>
                <NothingHere />
              </Card>
            ) : (
              <Card flush>
                <InboxTable inbox={inbox} projectId={project.id} />
              </Card>
            )}
            {cursor === null && inbox.next === null ? null : <Pagination {...pages(inbox.next)} />}
          </>
        )}
      </QueryState>
      {rules ? <RulesSheet project={project} onOpenChange={setRules} /> : null}
    </div>
  );
}

/** Takes the next sample under the filters, and opens it. */
function StartButton({ projectId }: { projectId: string }) {
  const t = useTranslations('review.inbox');
  const trpc = useTRPC();
  const router = useRouter();
  const { path } = useOrg();
  const { toast } = useToast();
  const { filter, search } = useInboxFilter();
  const claim = useMutation(trpc.review.claim.mutationOptions());
  const onStart = async () => {
    try {
      const { claimed } = await claim.mutateAsync({ projectId, ...filter });
      if (claimed === null) toast({ title: t('nothingLeft') });
      else router.push(path(`/projects/${projectId}/review/${claimed.itemId}${search}`));
    } catch {
      // The mutation keeps the refusal, which is shown below.
    }
  };
  return (
    <>
      <Button
        variant="primary"
        icon={<Play aria-hidden />}
        loading={claim.isPending}
        onClick={() => void onStart()}
      >
        {t('start')}
      </Button>
      <RefusalCallout error={claim.error} />
    </>
  );
}

function NothingHere() {
  const t = useTranslations('review.inbox');
  const { status, filtered, set } = useInboxFilter();
  if (filtered) {
    return (
      <EmptyState
        icon={<InboxIcon aria-hidden />}
        title={t('emptyFilterTitle')}
        description={t('emptyFilterBody')}
        action={
          <Button onClick={() => set({ batch: null, reason: null, label: null, alike: null })}>
            {t('clear')}
          </Button>
        }
      />
    );
  }
  const key = status === 'SENT_BACK' ? 'emptySent' : status === 'DECIDED' ? 'emptyDecided' : 'empty';
  return (
    <EmptyState icon={<InboxIcon aria-hidden />} title={t(`${key}Title`)} description={t(`${key}Body`)} />
  );
}
