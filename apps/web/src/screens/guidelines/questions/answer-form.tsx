'use client';

import { Button, Field, Textarea, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import type { Question } from '../guideline-types.ts';

/** Answers a question, or puts better words in the place of an answer. */
export function AnswerForm({
  question,
  onDone,
  onCancel,
}: {
  question: Question;
  onDone: () => void;
  onCancel: (() => void) | undefined;
}) {
  const t = useTranslations('guidelines.questions');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [answer, setAnswer] = useState(question.answer ?? '');
  const send = useMutation(trpc.guideline.answer.mutationOptions());
  const reload = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.guideline.pathFilter()),
      queryClient.invalidateQueries(trpc.home.pathFilter()),
    ]);
  const onSend = async () => {
    try {
      await send.mutateAsync({ questionId: question.id, revision: question.revision, answer });
      toast({ title: t('answered') });
      onDone();
      await reload();
    } catch {
      // The mutation keeps the refusal, which is shown above the button.
    }
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void onSend();
      }}
    >
      <Field label={t('answer')} hint={t('answerHint')}>
        <Textarea
          rows={3}
          maxLength={4000}
          value={answer}
          disabled={send.isPending}
          onChange={(event) => setAnswer(event.target.value)}
        />
      </Field>
      <RefusalCallout error={send.error} onReload={() => void reload().then(() => send.reset())} />
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          size="sm"
          loading={send.isPending}
          disabled={answer.trim() === ''}
        >
          {t('send')}
        </Button>
        {onCancel === undefined ? null : (
          <Button size="sm" variant="quiet" disabled={send.isPending} onClick={onCancel}>
            {common('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
