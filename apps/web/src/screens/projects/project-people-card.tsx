'use client';

import { Avatar, Card, SkeletonRows, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Project } from './project-types.ts';

const SHOWN = 6;

export function ProjectPeopleCard({ project }: { project: Project }) {
  const t = useTranslations('projects');
  const roles = useTranslations('roles');
  const trpc = useTRPC();
  const { path } = useOrg();
  const people = useQuery(trpc.project.members.queryOptions({ projectId: project.id }));
  return (
    <Card
      title={t('people')}
      actions={
        <TextLink href={path(`/projects/${project.id}/members`)} className="text-sm">
          {project.permissions.includes('project.members') ? t('managePeople') : t('allPeople')}
        </TextLink>
      }
    >
      <QueryState query={people} loading={<SkeletonRows rows={2} />}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="text-sm text-fg-secondary">{t('noPeople')}</p>
          ) : (
            <ul className="flex flex-col gap-3">
              {rows.slice(0, SHOWN).map((row) => (
                <li key={row.userId} className="flex items-center gap-3">
                  <Avatar name={row.name} decorative />
                  <span className="min-w-0">
                    <span className="block truncate text-sm font-medium">{row.name}</span>
                    <span className="block truncate text-xs text-fg-muted">
                      {row.roles.map((role) => roles(`project.${role}.name`)).join(', ')}
                    </span>
                  </span>
                </li>
              ))}
              {rows.length > SHOWN ? (
                <li className="text-xs text-fg-muted">{t('morePeople', { count: rows.length - SHOWN })}</li>
              ) : null}
            </ul>
          )
        }
      </QueryState>
    </Card>
  );
}
