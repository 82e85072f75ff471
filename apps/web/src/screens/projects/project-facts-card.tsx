'use client';

import { Card, DateTime, KeyValue } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { Project } from './project-types.ts';

export function ProjectFactsCard({ project }: { project: Project }) {
  const t = useTranslations('projects');
  const common = useTranslations('common');
  return (
    <Card title={t('about')}>
      <p className="mb-3 text-sm whitespace-pre-line text-fg-secondary wrap-anywhere">
        {project.description === '' ? t('noDescription') : project.description}
      </p>
      <KeyValue
        stacked
        items={[
          {
            key: 'stakes',
            label: t('stakes.label'),
            value: t(`stakes.${project.stakes}.name`),
            hint: t(`stakes.${project.stakes}.hint`),
          },
          {
            key: 'made',
            label: t('made'),
            value: (
              <>
                <DateTime at={project.createdAt} format="date" />
                {' · '}
                {project.createdBy.name ?? common('unknownPerson')}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
