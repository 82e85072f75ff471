'use client';

import { Badge, Button, Card, TextLink, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { AnswerText } from './answer-text.tsx';
import { useAuthorName } from './author-name.tsx';
import type { ReviewItem } from './review-types.ts';

/** How a sample was decided, or with whom it is; whoever did it can take it back. */
export function DecisionCard({ item }: { item: ReviewItem }) {
  const t = useTranslations('review');
  const { path } = useOrg();
  const nameOf = useAuthorName();
  const { decision, pattern } = item;
  const replies = item.returns.filter((each) => each.round === item.round && each.status !== 'WITHDRAWN');
  if (decision === null && replies.length === 0) return null;
  const payload = decision?.payload ?? null;
  return (
    <Card title={decision === null ? t('item.replies') : t('item.decisionTitle')} id="review-decision">
      <div className="flex flex-col gap-3 text-sm">
        {decision === null ? null : <p>{t(`item.outcomes.${decision.outcome}`)}</p>}
        {payload === null
          ? null
          : item.schema.questions.map((question) => (
              <div key={question.id}>
                <p className="text-fg-muted">{question.name}</p>
                <AnswerText question={question} answer={payload.answers[question.id]} />
              </div>
            ))}
        {decision === null || decision.faults.length === 0 ? null : (
          <p className="flex flex-wrap gap-1.5">
            {decision.faults.map((fault) => (
              <Badge key={fault}>{t(`faults.${fault}`)}</Badge>
            ))}
          </p>
        )}
        {pattern === null ? null : (
          <p>
            <TextLink href={path(`/projects/${item.projectId}/review/patterns`)}>
              {t('item.byPattern', { number: pattern.number, name: pattern.name })}
            </TextLink>
          </p>
        )}
        {replies.map((each) => (
          <div key={each.id} className="rounded-lg bg-sunken px-3 py-2">
            <p>
              <span className="font-medium">{nameOf(each.author)}</span>{' '}
              <span className="text-fg-muted">
                {t(each.status === 'WAITING' ? 'decisions.waiting' : `decisions.${repliedWord(each.status)}`)}
              </span>
            </p>
            {each.reply === '' ? null : <p className="whitespace-pre-line wrap-anywhere">{each.reply}</p>}
          </div>
        ))}
        {item.mine && pattern === null ? <UndoButton item={item} /> : null}
      </div>
    </Card>
  );
}

function repliedWord(status: 'REVISED' | 'CONTESTED' | 'WITHDRAWN'): 'revised' | 'contested' {
  return status === 'REVISED' ? 'revised' : 'contested';
}

function UndoButton({ item }: { item: ReviewItem }) {
  const t = useTranslations('review.item');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const undo = useMutation(trpc.review.undo.mutationOptions());
  const onUndo = async () => {
    try {
      await undo.mutateAsync({ reviewItemId: item.id });
      toast({ title: t('undone') });
      await queryClient.invalidateQueries(trpc.review.pathFilter());
    } catch {
      // The mutation keeps the refusal, which is shown below.
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <RefusalCallout error={undo.error} />
      <div>
        <Button size="sm" loading={undo.isPending} onClick={() => void onUndo()}>
          {t('undo')}
        </Button>
      </div>
    </div>
  );
}
