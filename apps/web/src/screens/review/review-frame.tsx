'use client';

import { LinkTabs } from '@assay/ui';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { ProjectFrame } from '../projects/project-frame.tsx';
import type { Project } from '../projects/project-types.ts';

/** The rooms of review in a project; `needs` says who may see this one. */
export function ReviewFrame({
  projectId,
  needs = 'review.read',
  children,
}: {
  projectId: string;
  needs?: 'review.read' | 'agreement.read' | 'pattern.read' | 'task.work';
  children: (project: Project) => ReactNode;
}) {
  const t = useTranslations('review');
  const pathname = usePathname();
  const { path } = useOrg();
  const here = path(`/projects/${projectId}`);
  return (
    <ProjectFrame projectId={projectId}>
      {(project) => {
        const may = (permission: typeof needs) => project.permissions.includes(permission);
        const rooms = [
          ...(may('review.read')
            ? [
                { href: `${here}/review`, label: t('tabs.inbox') },
                { href: `${here}/review/decisions`, label: t('tabs.decisions') },
              ]
            : []),
          ...(may('pattern.read') ? [{ href: `${here}/review/patterns`, label: t('tabs.patterns') }] : []),
          ...(may('task.work') ? [{ href: `${here}/review/returned`, label: t('tabs.returned') }] : []),
        ];
        return (
          <div className="flex flex-col gap-5">
            {rooms.length > 1 && needs !== 'agreement.read' ? (
              <LinkTabs label={t('tabs.label')} items={rooms} currentPath={pathname} />
            ) : null}
            {may(needs) ? children(project) : <NotAllowed needs={needs} />}
          </div>
        );
      }}
    </ProjectFrame>
  );
}

function NotAllowed({ needs }: { needs: string }) {
  const t = useTranslations('review');
  const agreement = useTranslations('agreement');
  if (needs === 'agreement.read') {
    return <NotAllowedCard title={agreement('notAllowedTitle')} body={agreement('notAllowedBody')} />;
  }
  if (needs === 'task.work') {
    return <NotAllowedCard title={t('returned.notAllowedTitle')} body={t('returned.notAllowedBody')} />;
  }
  return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
}
