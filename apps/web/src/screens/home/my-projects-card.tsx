'use client';

import { Badge, Card, TextLink, UiLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import type { Home } from './home-types.ts';

type Props = { mine: Home['mine']; others: Home['others'] };

const MOST_OTHERS = 5;

/** Projects in which this person has a role, then those that their role in the organisation lets them see. */
export function MyProjectsCard({ mine, others }: Props) {
  const t = useTranslations('home');
  const { path } = useOrg();
  const some = others.slice(0, MOST_OTHERS);
  return (
    <Card
      title={t('projectsTitle')}
      actions={
        <TextLink href={path('/projects')} className="text-sm">
          {t('allProjects')}
        </TextLink>
      }
      flush
    >
      {mine.length === 0 ? null : <List projects={mine} />}
      {some.length === 0 ? null : (
        <>
          <h3 className="border-y border-line bg-sunken/60 px-4 py-1.5 text-xs font-medium text-fg-secondary sm:px-5">
            {t('otherProjects')}
          </h3>
          <List projects={some} />
        </>
      )}
    </Card>
  );
}

function List({ projects }: { projects: Home['mine'] }) {
  const t = useTranslations('home');
  const roles = useTranslations('roles');
  const { path } = useOrg();
  return (
    <ul className="divide-y divide-line">
      {projects.map((project) => (
        <li key={project.id}>
          <UiLink
            href={path(project.link)}
            className="ring-inside flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover sm:px-5"
          >
            <span className="min-w-0">
              <span className="block text-sm font-medium text-fg wrap-anywhere">{project.name}</span>
              <span className="text-xs text-fg-muted">
                {t('projectCounts', { sources: project.sources, members: project.members })}
              </span>
            </span>
            <span className="flex flex-wrap gap-1">
              {project.roles.map((role) => (
                <Badge key={role}>{roles(`project.${role}.name`)}</Badge>
              ))}
            </span>
          </UiLink>
        </li>
      ))}
    </ul>
  );
}
