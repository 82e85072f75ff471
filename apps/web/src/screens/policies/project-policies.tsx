'use client';

import { Badge, Button, Card, DataTable, SectionHeader, type TableColumn, TextLink } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ProjectFrame } from '../projects/project-frame.tsx';
import { useMay } from '../sources/use-source.ts';
import type { ListedPolicy } from './policy-types.ts';
import { useCopyPolicy } from './use-copy-policy.ts';

/** The policies tab of a project. */
export function ProjectPolicies({ projectId }: { projectId: string }) {
  return <ProjectFrame projectId={projectId}>{() => <Policies projectId={projectId} />}</ProjectFrame>;
}

function Policies({ projectId }: { projectId: string }) {
  const t = useTranslations('policies');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { may, mayNot } = useMay(projectId);
  const { copy, pending, error } = useCopyPolicy(projectId);
  const query = useQuery(trpc.policy.list.queryOptions(mayNot('policy.read') ? skipToken : { projectId }));
  if (mayNot('policy.read')) {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  const columns: TableColumn<ListedPolicy>[] = [
    {
      id: 'name',
      header: t('policy'),
      rowHeader: true,
      cell: (policy) => (
        <span className="flex flex-col gap-0.5">
          <span className="flex flex-wrap items-center gap-2">
            <TextLink href={path(`/projects/${projectId}/policies/${policy.ref}`)}>
              {policy.document.name}
            </TextLink>
            {policy.isStandard ? <Badge tone="accent">{t('standard')}</Badge> : null}
          </span>
          <span className="max-w-xl text-xs font-normal text-fg-muted">{policy.document.description}</span>
        </span>
      ),
    },
    { id: 'origin', header: t('origin'), cell: (policy) => t(policy.builtIn ? 'builtIn' : 'own') },
    { id: 'gates', header: t('gates'), numeric: true, cell: (policy) => policy.document.gates.length },
    { id: 'version', header: t('version'), numeric: true, cell: (policy) => policy.number },
  ];
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader title={t('title')} description={t('about')} />
      <RefusalCallout error={error} />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ policies }) => (
          <Card flush>
            <DataTable
              caption={t('title')}
              columns={columns}
              rows={policies}
              rowKey={(policy) => policy.ref}
              narrow="cards"
              {...(may('policy.write')
                ? {
                    rowActionsLabel: t('actions'),
                    rowActions: (policy: ListedPolicy) => (
                      <Button size="sm" disabled={pending} onClick={() => copy(policy.document)}>
                        {t('copy')}
                        <span className="sr-only">: {policy.document.name}</span>
                      </Button>
                    ),
                  }
                : {})}
            />
          </Card>
        )}
      </QueryState>
    </div>
  );
}
