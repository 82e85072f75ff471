'use client';

import type { AppRouter } from '@assay/api';
import { Badge, Card } from '@assay/ui';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

type Compared = inferRouterOutputs<AppRouter>['task']['practiceAnswer'];

/** What one said beside what the expert decided, question by question, and the expert's words. */
export function ComparedAnswers({ compared: { questions, comment } }: { compared: Compared }) {
  const t = useTranslations('practice');
  const isRight = questions.every((each) => each.right);
  const place = useRef<HTMLDivElement>(null);
  // It comes below the answers: whoever pressed a key sees it without looking for it.
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={place} className="scroll-mb-24">
      <Card title={t(isRight ? 'allRight' : 'notAll')}>
        <dl className="flex flex-col gap-4 text-sm" aria-live="polite">
          {questions.map(({ id, name, known, said, right }) => (
            <div key={id} className="flex flex-col gap-1">
              <dt className="flex flex-wrap items-center gap-2 font-medium">
                {name}
                <Badge tone={right ? 'good' : 'bad'}>{t(right ? 'same' : 'other')}</Badge>
              </dt>
              <dd className="wrap-anywhere">
                {t('expert', { answer: known === '' ? t('nothing') : known })}
                {right ? null : (
                  <span className="block text-fg-secondary">
                    {t('you', { answer: said === null || said === '' ? t('nothing') : said })}
                  </span>
                )}
              </dd>
            </div>
          ))}
          {comment === '' ? null : (
            <div>
              <dt className="font-medium">{t('why')}</dt>
              <dd className="wrap-anywhere">{comment}</dd>
            </div>
          )}
        </dl>
      </Card>
    </div>
  );
}
