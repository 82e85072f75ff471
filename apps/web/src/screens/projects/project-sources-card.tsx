'use client';

import { Badge, Card, EmptyState, LinkButton, NumberText, SkeletonRows, TextLink, UiLink } from '@assay/ui';
import { Database } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Project } from './project-types.ts';

const SHOWN = 6;

/** The newest sources of one project, and whether a run could start from each. */
export function ProjectSourcesCard({ project }: { project: Project }) {
  const t = useTranslations('projects');
  const trpc = useTRPC();
  const { path } = useOrg();
  const list = useQuery(trpc.source.list.queryOptions({ projectId: project.id, limit: SHOWN }));
  const mayAdd = project.permissions.includes('source.create');
  return (
    <Card
      title={t('sources')}
      actions={
        <TextLink href={path(`/projects/${project.id}/sources`)} className="text-sm">
          {t('allSources')}
        </TextLink>
      }
      flush
    >
      <QueryState query={list} loading={<SkeletonRows rows={3} />}>
        {({ sources }) =>
          sources.length === 0 ? (
            <EmptyState
              icon={<Database aria-hidden />}
              title={t('noSources')}
              description={mayAdd ? t('noSourcesBody') : t('noSourcesWait')}
              action={
                mayAdd ? (
                  <LinkButton variant="primary" href={path(`/projects/${project.id}/sources/new`)}>
                    {t('addSource')}
                  </LinkButton>
                ) : undefined
              }
            />
          ) : (
            <ul className="divide-y divide-line">
              {sources.map((source) => (
                <li key={source.id}>
                  <UiLink
                    href={path(`/sources/${source.id}`)}
                    className="ring-inside flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 text-sm hover:bg-hover sm:px-5"
                  >
                    <span className="min-w-0 flex-1 basis-48">
                      <span className="block font-medium wrap-anywhere">{source.name}</span>
                      {source.description === '' ? null : (
                        <span className="line-clamp-1 text-xs text-fg-muted">{source.description}</span>
                      )}
                    </span>
                    {source.latest?.rows === null || source.latest === null ? null : (
                      <span className="text-xs text-fg-muted">
                        <NumberText value={Number(source.latest.rows)} /> {t('rows')}
                      </span>
                    )}
                    <Badge tone={source.ready ? 'good' : 'warn'}>
                      {source.ready ? t('ready') : t('notReady', { count: source.blockers })}
                    </Badge>
                  </UiLink>
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </Card>
  );
}
