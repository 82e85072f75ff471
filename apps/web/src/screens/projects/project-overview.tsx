'use client';

import { LinkButton } from '@assay/ui';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { GoalsCard } from '../goals/goals-card.tsx';
import { ProjectFactsCard } from './project-facts-card.tsx';
import { ProjectFrame } from './project-frame.tsx';
import { ProjectJobsCard } from './project-jobs-card.tsx';
import { ProjectPeopleCard } from './project-people-card.tsx';
import { ProjectSourcesCard } from './project-sources-card.tsx';

/** One project at a glance: its sources, people and recent jobs. */
export function ProjectOverview({ projectId }: { projectId: string }) {
  const t = useTranslations('projects');
  const { path } = useOrg();
  return (
    <ProjectFrame
      projectId={projectId}
      actions={(project) =>
        project.permissions.includes('source.create') ? (
          <LinkButton
            variant="primary"
            href={path(`/projects/${projectId}/sources/new`)}
            icon={<Plus aria-hidden />}
          >
            {t('addSource')}
          </LinkButton>
        ) : undefined
      }
    >
      {(project) => (
        <div className="grid items-start gap-6 lg:grid-cols-3">
          <div className="flex min-w-0 flex-col gap-6 lg:col-span-2">
            {project.permissions.includes('source.read') ? <ProjectSourcesCard project={project} /> : null}
            {project.permissions.includes('goal.read') ? <GoalsCard projectId={project.id} /> : null}
            {project.permissions.includes('job.read') ? <ProjectJobsCard project={project} /> : null}
          </div>
          <div className="flex min-w-0 flex-col gap-6">
            <ProjectFactsCard project={project} />
            <ProjectPeopleCard project={project} />
          </div>
        </div>
      )}
    </ProjectFrame>
  );
}
