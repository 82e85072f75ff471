'use client';

import { Button, Card, EmptyState, Pagination, SectionHeader, Select } from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import { MessageCircleQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LoadingCard } from '~/shell/list-states.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { usePager, useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../../sources/use-source.ts';
import { GuidelineFrame } from '../guideline-frame.tsx';
import type { GuidelineView } from '../guideline-types.ts';
import { AskDialog } from './ask-dialog.tsx';
import { QuestionCard } from './question-card.tsx';

/** What was asked about a guideline, what the experts say, and what became of it. */
export function GuidelineQuestions({ guidelineId }: { guidelineId: string }) {
  return (
    <GuidelineFrame guidelineId={guidelineId}>
      {(guideline) => <Questions guideline={guideline} />}
    </GuidelineFrame>
  );
}

function Questions({ guideline }: { guideline: GuidelineView }) {
  const t = useTranslations('guidelines.questions');
  const trpc = useTRPC();
  const { may } = useMay(guideline.projectId);
  const { params, replace } = useUrlParams();
  const { cursor, pages } = usePager();
  const [asking, setAsking] = useState(false);
  const open = params.get('show') === 'open';
  const query = useQuery({
    ...trpc.guideline.questions.queryOptions({ guidelineId: guideline.id, open, cursor, limit: 25 }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <SectionHeader
        title={t('title')}
        description={t('about')}
        actions={
          <>
            <Select
              aria-label={t('show')}
              className="w-40"
              value={open ? 'open' : ''}
              onChange={(event) => replace({ show: event.target.value, after: null })}
              options={[
                { value: '', label: t('all') },
                { value: 'open', label: t('onlyOpen') },
              ]}
            />
            {may('guideline.ask') ? (
              <Button icon={<MessageCircleQuestionMark aria-hidden />} onClick={() => setAsking(true)}>
                {t('ask')}
              </Button>
            ) : null}
          </>
        }
      />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ questions, cursor: next }) => (
          <>
            {questions.length === 0 ? (
              <Card>
                <EmptyState
                  icon={<MessageCircleQuestionMark aria-hidden />}
                  title={open ? t('emptyOpenTitle') : t('emptyTitle')}
                  description={open ? t('emptyOpenBody') : t('emptyBody')}
                />
              </Card>
            ) : (
              <ul className="flex flex-col gap-4">
                {questions.map((question) => (
                  <li key={question.id} id={question.id} className="scroll-mt-20">
                    <QuestionCard
                      guideline={guideline}
                      question={question}
                      mayAnswer={may('guideline.write')}
                    />
                  </li>
                ))}
              </ul>
            )}
            {cursor === null && next === null ? null : <Pagination {...pages(next)} />}
          </>
        )}
      </QueryState>
      {asking ? <AskDialog versionId={guideline.versionId} section={null} onOpenChange={setAsking} /> : null}
    </div>
  );
}
