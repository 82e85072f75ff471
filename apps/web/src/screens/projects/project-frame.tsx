'use client';

import { Badge, LinkTabs, PageHeader } from '@assay/ui';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Project } from './project-types.ts';

type Props = {
  projectId: string;
  /** Buttons at the end of the header, for what one does on this tab. */
  actions?: (project: Project) => ReactNode;
  children: (project: Project) => ReactNode;
};

/** Header and tabs around each page of one project; `children` gets the project with what the reader may do. */
export function ProjectFrame({ projectId, actions, children }: Props) {
  const t = useTranslations('projects');
  const roles = useTranslations('roles');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const pathname = usePathname();
  const { path } = useOrg();
  const project = useQuery(trpc.project.get.queryOptions({ projectId }));
  const here = path(`/projects/${projectId}`);
  return (
    <QueryState query={project} title={t('oneTitle')}>
      {(data) => (
        <>
          <PageHeader
            title={data.name}
            breadcrumbs={crumbs([{ label: t('title'), href: path('/projects') }, { label: data.name }])}
            badges={
              <>
                {data.stakes === 'high' ? <Badge tone="warn">{t('stakes.high.badge')}</Badge> : null}
                {data.roles.map((role) => (
                  <Badge key={role} tone="accent">
                    {roles(`project.${role}.name`)}
                  </Badge>
                ))}
              </>
            }
            actions={actions?.(data)}
          >
            <LinkTabs
              label={data.name}
              currentPath={pathname}
              items={[
                { href: here, label: t('tabs.overview') },
                { href: `${here}/sources`, label: t('tabs.sources'), count: data.counts.sources },
                ...(data.permissions.includes('image.read')
                  ? [{ href: `${here}/images`, label: t('tabs.images') }]
                  : []),
                ...(data.permissions.includes('task.work')
                  ? [{ href: `${here}/work`, label: t('tabs.work') }]
                  : []),
                ...(data.permissions.includes('recipe.read')
                  ? [{ href: `${here}/recipes`, label: t('tabs.recipes') }]
                  : []),
                ...(data.permissions.includes('run.read')
                  ? [{ href: `${here}/runs`, label: t('tabs.runs') }]
                  : []),
                ...(data.permissions.includes('report.read')
                  ? [{ href: `${here}/reports`, label: t('tabs.reports') }]
                  : []),
                ...(data.permissions.includes('policy.read')
                  ? [{ href: `${here}/policies`, label: t('tabs.policies') }]
                  : []),
                ...(data.permissions.includes('guideline.read')
                  ? [{ href: `${here}/guidelines`, label: t('tabs.guidelines') }]
                  : []),
                ...(data.permissions.includes('goal.read')
                  ? [{ href: `${here}/goals`, label: t('tabs.goals') }]
                  : []),
                ...(data.permissions.includes('scenario.read')
                  ? [{ href: `${here}/scenarios`, label: t('tabs.scenarios') }]
                  : []),
                ...(data.permissions.includes('labelSchema.read')
                  ? [{ href: `${here}/label-schemas`, label: t('tabs.labelSchemas') }]
                  : []),
                ...(data.permissions.includes('batch.read')
                  ? [{ href: `${here}/batches`, label: t('tabs.batches') }]
                  : []),
                ...(data.permissions.includes('dashboard.read') || data.permissions.includes('task.work')
                  ? [{ href: `${here}/labelling`, label: t('tabs.labelling') }]
                  : []),
                ...(data.permissions.includes('review.read')
                  ? [{ href: `${here}/review`, label: t('tabs.review') }]
                  : data.permissions.includes('task.work')
                    ? [{ href: `${here}/review/returned`, label: t('tabs.returned') }]
                    : []),
                ...(data.permissions.includes('agreement.read')
                  ? [{ href: `${here}/agreement`, label: t('tabs.agreement') }]
                  : []),
                ...(data.permissions.includes('version.read')
                  ? [{ href: `${here}/versions`, label: t('tabs.versions') }]
                  : []),
                ...(data.permissions.includes('release.read')
                  ? [{ href: `${here}/releases`, label: t('tabs.releases') }]
                  : []),
                { href: `${here}/members`, label: t('tabs.members'), count: data.counts.members },
                { href: `${here}/settings`, label: t('tabs.settings') },
              ]}
            />
          </PageHeader>
          {children(data)}
        </>
      )}
    </QueryState>
  );
}
