'use client';

import { Badge } from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { Tags } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useListed, VersionedList } from '../versioned/versioned-list.tsx';

/** The label schemas of a project, or those in its trash. */
export function LabelSchemaList({ projectId }: { projectId: string }) {
  const t = useTranslations('labelSchemas.list');
  const trpc = useTRPC();
  const listed = useListed(projectId, 'labelSchemas');
  const query = useQuery({
    ...trpc.labelSchema.list.queryOptions(listed.input ?? skipToken),
    placeholderData: keepPreviousData,
  });
  return (
    <VersionedList
      area="labelSchemas"
      projectId={projectId}
      icon={<Tags />}
      listed={listed}
      query={query}
      rowsOf={({ labelSchemas }) => labelSchemas}
      columns={[
        {
          id: 'questions',
          header: t('questions'),
          cell: ({ questions, labels }) => (
            <span className="text-fg-secondary">
              {t('questionsText', { count: questions.length, labels })}
            </span>
          ),
        },
        {
          id: 'state',
          header: t('state'),
          cell: ({ sound }) => (
            <Badge tone={sound ? 'good' : 'warn'}>{sound ? t('sound') : t('unsound')}</Badge>
          ),
        },
      ]}
    />
  );
}
