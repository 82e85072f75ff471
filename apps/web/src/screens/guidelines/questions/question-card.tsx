'use client';

import { Badge, Button, Card, LinkButton, TextLink, TimeAgo } from '@assay/ui';
import { NotebookPen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import type { GuidelineView, Question } from '../guideline-types.ts';
import { AnswerForm } from './answer-form.tsx';

const tones = { OPEN: 'warn', ANSWERED: 'info', RESOLVED: 'good' } as const;

/** One question: where it was asked, its answer, and the version that says it now. */
export function QuestionCard({
  guideline,
  question,
  mayAnswer,
}: {
  guideline: GuidelineView;
  question: Question;
  mayAnswer: boolean;
}) {
  const t = useTranslations('guidelines.questions');
  const common = useTranslations('common');
  const { path } = useOrg();
  const [answering, setAnswering] = useState(false);
  const { section, answer, state, resolvedBy } = question;
  const here = `/guidelines/${guideline.id}`;
  const stillThere = guideline.document.sections.some((each) => each.id === section?.id);
  return (
    <Card>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-fg-muted">
          <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
          <span>
            {question.askedBy.name ?? common('unknownPerson')} · <TimeAgo at={question.askedAt} />
          </span>
          <span>
            {section === null ? (
              t('onWhole', { number: question.number })
            ) : stillThere ? (
              <TextLink href={path(`${here}?sections=all#section-${section.id}`)}>
                {t('onSection', { heading: section.heading, number: question.number })}
              </TextLink>
            ) : (
              t('onSection', { heading: section.heading, number: question.number })
            )}
          </span>
        </div>
        <p className="font-medium text-fg wrap-anywhere whitespace-pre-line">{question.text}</p>
        {answer === null || answering ? null : (
          <div className="rounded-lg bg-sunken px-4 py-3 text-sm">
            <p className="wrap-anywhere whitespace-pre-line">{answer}</p>
            <p className="mt-1.5 text-fg-muted">
              {question.answeredBy?.name ?? common('unknownPerson')}
              {question.answeredAt === null ? null : (
                <>
                  {' · '}
                  <TimeAgo at={question.answeredAt} />
                </>
              )}
            </p>
          </div>
        )}
        {resolvedBy === null ? null : (
          <p className="text-sm">
            <TextLink href={path(`${here}/compare?after=${resolvedBy.id}`)}>
              {t('resolvedBy', { number: resolvedBy.number })}
            </TextLink>
          </p>
        )}
        {!mayAnswer || state === 'RESOLVED' ? null : answering || state === 'OPEN' ? (
          <AnswerForm
            question={question}
            onDone={() => setAnswering(false)}
            onCancel={answering ? () => setAnswering(false) : undefined}
          />
        ) : (
          <div className="flex flex-wrap gap-2">
            <LinkButton
              size="sm"
              icon={<NotebookPen aria-hidden />}
              href={path(`${here}/edit?question=${question.id}`)}
            >
              {t('change')}
            </LinkButton>
            <Button size="sm" variant="quiet" onClick={() => setAnswering(true)}>
              {t('editAnswer')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
