'use client';

import type { AppRouter } from '@assay/api';
import {
  Badge,
  Button,
  Card,
  DataTable,
  EmptyState,
  NumberText,
  SkeletonRows,
  type TableColumn,
  TextLink,
} from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { MessageSquareText, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { BatchStatusBadge } from '../../batches/batch-badges.tsx';
import { useMay } from '../../sources/use-source.ts';
import { GuidelineFrame } from '../guideline-frame.tsx';
import type { GuidelineView } from '../guideline-types.ts';
import { AskAgainDialog } from './ask-again-dialog.tsx';

type AnswersOfBatch = inferRouterOutputs<AppRouter>['guideline']['answers'][number];

/** Under which version answers were given, and the way to ask for older ones again. */
export function GuidelineAnswers({ guidelineId }: { guidelineId: string }) {
  return (
    <GuidelineFrame guidelineId={guidelineId}>
      {(guideline) => <Answers guideline={guideline} />}
    </GuidelineFrame>
  );
}

/** How many answers of a batch were given before a version. */
function countBefore({ versions }: AnswersOfBatch, number: number): number {
  return versions.reduce((all, each) => ((each.version ?? 0) < number ? all + each.answers : all), 0);
}

function Answers({ guideline }: { guideline: GuidelineView }) {
  const t = useTranslations('guidelines.answers');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { may, mayNot } = useMay(guideline.projectId);
  const [asking, setAsking] = useState<string | null>(null);
  const query = useQuery(
    trpc.guideline.answers.queryOptions(may('batch.manage') ? { guidelineId: guideline.id } : skipToken),
  );
  if (mayNot('batch.manage')) {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  const columns: TableColumn<AnswersOfBatch>[] = [
    {
      id: 'batch',
      header: t('batch'),
      rowHeader: true,
      cell: ({ batchId, number, name }) => (
        <TextLink href={path(`/batches/${batchId}`)}>{t('batchName', { number, name })}</TextLink>
      ),
    },
    { id: 'status', header: t('status'), cell: ({ status }) => <BatchStatusBadge status={status} /> },
    {
      id: 'versions',
      header: t('versions'),
      cell: ({ versions }) => (
        <span className="flex flex-wrap gap-1">
          {versions.map(({ version, answers }) => (
            <Badge key={version ?? 0} tone={version === guideline.number ? 'good' : 'neutral'}>
              {version === null ? t('noVersion', { answers }) : t('ofVersion', { version, answers })}
            </Badge>
          ))}
        </span>
      ),
    },
    {
      id: 'older',
      header: t('older', { number: guideline.number }),
      align: 'end',
      cell: (row) => <NumberText value={countBefore(row, guideline.number)} />,
    },
    {
      id: 'act',
      header: t('act'),
      align: 'end',
      cell: (row) =>
        countBefore(row, guideline.number) > 0 && ['OPEN', 'PAUSED', 'DONE'].includes(row.status) ? (
          <Button size="sm" icon={<RotateCcw aria-hidden />} onClick={() => setAsking(row.batchId)}>
            {t('askAgain')}
            <span className="sr-only"> {t('batchName', { number: row.number, name: row.name })}</span>
          </Button>
        ) : null,
    },
  ];
  return (
    <Card flush title={t('title')} description={t('about', { number: guideline.number })}>
      <QueryState query={query} loading={<SkeletonRows />}>
        {(batches) => (
          <DataTable
            caption={t('title')}
            columns={columns}
            rows={batches}
            rowKey={(row) => row.batchId}
            narrow="cards"
            empty={
              <EmptyState
                icon={<MessageSquareText aria-hidden />}
                title={t('emptyTitle')}
                description={t('emptyBody')}
                action={
                  <TextLink href={path(`/projects/${guideline.projectId}/batches`)}>{t('batches')}</TextLink>
                }
              />
            }
          />
        )}
      </QueryState>
      {asking === null ? null : (
        <AskAgainDialog guideline={guideline} batchId={asking} onClose={() => setAsking(null)} />
      )}
    </Card>
  );
}
