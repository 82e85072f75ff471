'use client';

import { Card, EmptyState, Pagination, SectionHeader } from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import { Regex } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard } from '~/shell/list-states.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { usePager } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Project } from '../projects/project-types.ts';
import { PatternCard } from './pattern-card.tsx';
import { ReviewFrame } from './review-frame.tsx';

const APPLYING_MS = 2000;

/** Rows that were rejected together, and what became of each pattern. */
export function PatternsScreen({ projectId }: { projectId: string }) {
  return (
    <ReviewFrame projectId={projectId} needs="pattern.read">
      {(project) => <Patterns project={project} />}
    </ReviewFrame>
  );
}

function Patterns({ project }: { project: Project }) {
  const t = useTranslations('review.patterns');
  const trpc = useTRPC();
  const { cursor, pages } = usePager();
  const query = useQuery({
    ...trpc.pattern.list.queryOptions({ projectId: project.id, cursor, limit: 25 }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.patterns.some(({ status }) => status === 'APPLYING') === true ? APPLYING_MS : false,
  });
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <SectionHeader title={t('title')} description={t('about')} />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ patterns, cursor: next }) => (
          <>
            {patterns.length === 0 ? (
              <Card>
                <EmptyState
                  icon={<Regex aria-hidden />}
                  title={t('emptyTitle')}
                  description={t('emptyBody')}
                />
              </Card>
            ) : (
              <ul className="flex flex-col gap-4">
                {patterns.map((pattern) => (
                  <li key={pattern.id} id={pattern.id} className="scroll-mt-20">
                    <PatternCard pattern={pattern} project={project} />
                  </li>
                ))}
              </ul>
            )}
            {cursor === null && next === null ? null : <Pagination {...pages(next)} />}
          </>
        )}
      </QueryState>
    </div>
  );
}
