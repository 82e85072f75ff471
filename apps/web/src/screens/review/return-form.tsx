'use client';

import type { Annotation } from '@assay/contracts';
import { Button, Card, Field, Textarea, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { newId } from '../versioned/new-id.ts';
import { QuestionsForm } from './questions-form.tsx';
import type { Returned } from './review-types.ts';

/** Another answer in the place of the old one, or why the old one is right. */
export function ReturnForm({ returned }: { returned: Returned }) {
  const t = useTranslations('review.return');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [payload, setPayload] = useState<Annotation>(returned.answer);
  // The answer begins as it was shown first, whatever the page is loaded with later.
  const [labelSchemaVersionId] = useState(returned.labelSchemaVersionId);
  const [reply, setReply] = useState('');
  const [touched, setTouched] = useState(false);
  // One id for one answer, however often it is sent.
  const annotationId = useRef(newId());
  const opened = useRef(Date.now());
  const send = useMutation(trpc.review.answerReturn.mutationOptions());
  const columns = returned.columns.map((column) => column.name);
  const { proposal } = returned;
  const change = (next: Annotation) => {
    setTouched(true);
    setPayload(next);
  };
  const onSend = async (revise: boolean) => {
    try {
      await send.mutateAsync({
        returnId: returned.id,
        reply,
        revision: revise
          ? {
              annotationId: annotationId.current,
              payload,
              activeMs: Math.min(Date.now() - opened.current, 3_600_000),
              toolVersion: 'returned 1',
              labelSchemaVersionId,
            }
          : null,
      });
      toast({ title: t(revise ? 'revised' : 'contested') });
      await queryClient.invalidateQueries(trpc.review.pathFilter());
    } catch {
      // The mutation keeps the refusal, which is shown above the buttons.
    }
  };
  return (
    <Card title={t('answer')} id="return-form">
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void onSend(true);
        }}
      >
        {proposal === null ? null : (
          <div>
            <Button
              size="sm"
              onClick={() => change({ ...payload, answers: proposal.answers, realism: proposal.realism })}
            >
              {t('take')}
            </Button>
          </div>
        )}
        <QuestionsForm schema={returned.schema} columns={columns} payload={payload} onChange={change} />
        <Field label={t('reply')} hint={t('replyHint')}>
          <Textarea
            rows={3}
            maxLength={4000}
            value={reply}
            onChange={(event) => setReply(event.target.value)}
          />
        </Field>
        <RefusalCallout error={send.error} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" loading={send.isPending} disabled={!touched}>
            {t('revise')}
          </Button>
          <Button disabled={send.isPending || reply.trim() === ''} onClick={() => void onSend(false)}>
            {t('contest')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
