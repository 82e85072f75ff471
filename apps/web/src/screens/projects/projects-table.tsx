'use client';

import { Badge, DataTable, NumberText, type TableColumn, TextLink, TimeAgo } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import type { ProjectRow } from './project-types.ts';

export function ProjectsTable({ projects }: { projects: readonly ProjectRow[] }) {
  const t = useTranslations('projects');
  const roles = useTranslations('roles');
  const { path } = useOrg();
  const columns: TableColumn<ProjectRow>[] = [
    {
      id: 'name',
      header: t('name'),
      rowHeader: true,
      cell: (project) => (
        <span className="flex min-w-0 flex-col max-sm:text-right">
          <span className="flex flex-wrap items-center gap-2 max-sm:justify-end">
            <TextLink href={path(`/projects/${project.id}`)} className="wrap-anywhere">
              {project.name}
            </TextLink>
            {project.stakes === 'high' ? <Badge tone="warn">{t('stakes.high.badge')}</Badge> : null}
          </span>
          {project.description === '' ? null : (
            <span className="line-clamp-1 max-w-xl text-xs max-sm:block max-sm:truncate font-normal text-fg-muted">
              {project.description}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'roles',
      header: t('myRoles'),
      cell: (project) => (
        <span className="flex flex-wrap gap-1 max-sm:justify-end">
          {project.roles.length === 0 ? (
            <span className="text-xs text-fg-muted">{roles('noRole')}</span>
          ) : (
            project.roles.map((role) => <Badge key={role}>{roles(`project.${role}.name`)}</Badge>)
          )}
        </span>
      ),
    },
    {
      id: 'sources',
      header: t('sources'),
      numeric: true,
      cell: (project) => <NumberText value={project.counts.sources} />,
    },
    {
      id: 'people',
      header: t('people'),
      numeric: true,
      cell: (project) => <NumberText value={project.counts.members} />,
    },
    {
      id: 'updated',
      header: t('updated'),
      align: 'end',
      className: 'whitespace-nowrap',
      cell: (project) => <TimeAgo at={project.updatedAt} className="text-fg-secondary" />,
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={projects}
      rowKey={(project) => project.id}
      narrow="cards"
    />
  );
}
