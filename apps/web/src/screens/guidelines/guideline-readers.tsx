'use client';

import {
  Badge,
  Card,
  DataTable,
  EmptyState,
  SkeletonRows,
  StatusBadge,
  type TableColumn,
  TextLink,
  TimeAgo,
} from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { GuidelineFrame } from './guideline-frame.tsx';
import type { GuidelineView, Reader } from './guideline-types.ts';

/** Who has read which version: everybody in the project who labels, reviews or manages. */
export function GuidelineReaders({ guidelineId }: { guidelineId: string }) {
  return (
    <GuidelineFrame guidelineId={guidelineId}>
      {(guideline) => <Readers guideline={guideline} />}
    </GuidelineFrame>
  );
}

function Readers({ guideline }: { guideline: GuidelineView }) {
  const t = useTranslations('guidelines.readers');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { may, mayNot } = useMay(guideline.projectId);
  const query = useQuery(
    trpc.guideline.acknowledgements.queryOptions(
      may('guideline.write') ? { guidelineId: guideline.id } : skipToken,
    ),
  );
  if (mayNot('guideline.write')) {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  return (
    <Card flush title={t('title')} description={t('about', { number: guideline.number })}>
      <QueryState query={query} loading={<SkeletonRows />}>
        {({ people }) => (
          <ReadersTable
            people={people}
            empty={
              <EmptyState
                icon={<Users aria-hidden />}
                title={t('emptyTitle')}
                description={t('emptyBody')}
                action={
                  <TextLink href={path(`/projects/${guideline.projectId}/members`)}>{t('members')}</TextLink>
                }
              />
            }
          />
        )}
      </QueryState>
    </Card>
  );
}

function ReadersTable({ people, empty }: { people: readonly Reader[]; empty: ReactNode }) {
  const t = useTranslations('guidelines.readers');
  const roles = useTranslations('roles');
  const common = useTranslations('common');
  const columns: TableColumn<Reader>[] = [
    {
      id: 'name',
      header: t('name'),
      rowHeader: true,
      cell: ({ name }) => name ?? common('unknownPerson'),
    },
    {
      id: 'roles',
      header: t('roles'),
      cell: (person) => (
        <span className="flex flex-wrap gap-1">
          {person.roles.map((role) => (
            <Badge key={role}>
              {roles.has(`project.${role}.name` as never) ? roles(`project.${role}.name` as never) : role}
            </Badge>
          ))}
        </span>
      ),
    },
    {
      id: 'state',
      header: t('state'),
      cell: ({ state, must }) => (
        <StatusBadge tone={must ? 'warn' : 'good'}>
          {state === 'OUTDATED'
            ? t(must ? 'again' : 'unchanged')
            : t(state === 'CURRENT' ? 'current' : 'none')}
        </StatusBadge>
      ),
    },
    {
      id: 'number',
      header: t('number'),
      cell: ({ number, at }) =>
        number === null || at === null ? (
          '–'
        ) : (
          <>
            {t('version', { number })} · <TimeAgo at={at} className="text-fg-secondary" />
          </>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={people}
      rowKey={(person) => person.userId}
      narrow="cards"
      empty={empty}
    />
  );
}
