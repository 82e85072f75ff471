'use client';

import { Badge, NumberText, TextLink } from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { NotebookText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useListed, VersionedList } from '../versioned/versioned-list.tsx';
import type { ListedGuideline } from './guideline-types.ts';

/** The guidelines of a project, or those in its trash. */
export function GuidelineList({ projectId }: { projectId: string }) {
  const t = useTranslations('guidelines.list');
  const trpc = useTRPC();
  const { path } = useOrg();
  const listed = useListed(projectId, 'guidelines');
  const query = useQuery({
    ...trpc.guideline.list.queryOptions(listed.input ?? skipToken),
    placeholderData: keepPreviousData,
  });
  return (
    <VersionedList
      area="guidelines"
      projectId={projectId}
      icon={<NotebookText />}
      listed={listed}
      query={query}
      rowsOf={({ guidelines }) => guidelines}
      columns={[
        {
          id: 'contents',
          header: t('contents'),
          cell: ({ sections, examples, rules }) => (
            <span className="text-fg-secondary">{t('contentsText', { sections, examples, rules })}</span>
          ),
        },
        {
          id: 'mine',
          header: t('mine'),
          cell: ({ acknowledgement, number }) => (
            <MyReading acknowledgement={acknowledgement} number={number} />
          ),
        },
        {
          id: 'questions',
          header: t('questions'),
          numeric: true,
          cell: ({ id, openQuestions }) =>
            openQuestions === 0 || listed.trashed ? (
              <NumberText value={openQuestions} />
            ) : (
              <TextLink href={path(`/guidelines/${id}/questions?show=open`)}>
                <NumberText value={openQuestions} />
              </TextLink>
            ),
        },
      ]}
    />
  );
}

/** Whether the reader has read the version that counts. */
function MyReading({ acknowledgement, number }: Pick<ListedGuideline, 'acknowledgement' | 'number'>) {
  const t = useTranslations('guidelines.list');
  if (acknowledgement === null) return '–';
  const { state, must } = acknowledgement;
  if (must) return <Badge tone="warn">{state === 'NONE' ? t('toRead') : t('toReadAgain')}</Badge>;
  return <Badge tone="good">{t('read', { number: acknowledgement.number ?? number })}</Badge>;
}
