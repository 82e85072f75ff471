'use client';

import { Button, Callout, Card, Field, Textarea } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useDrawing } from '../../work/drawing/drawing-context.tsx';

/** The words to an expert who sent an answer back, and the way to stand by it. */
export function ReplyCard({
  field,
  reply,
  isUnchanged,
  isPending,
  error,
  onReply,
  onContest,
  onDrawn,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  reply: string;
  /** Somebody tried to hand in what is as it was. */
  isUnchanged: boolean;
  isPending: boolean;
  error: unknown;
  onReply: (reply: string) => void;
  onContest: () => void;
  /** Something of the drawing was changed. */
  onDrawn: () => void;
}) {
  const t = useTranslations('review.return');
  const drawing = useDrawing();
  useEffect(
    () => drawing?.editor.store.listen(onDrawn, { source: 'user', scope: 'document' }),
    [drawing, onDrawn],
  );
  return (
    <Card title={t('reply')} id="return-reply">
      <div className="flex flex-col gap-4">
        {isUnchanged ? (
          <Callout tone="warn" announce="alert" title={t('unchanged')}>
            {t('unchangedNext')}
          </Callout>
        ) : null}
        <Field label={t('replyWords')} hint={t('replyHint')}>
          <Textarea
            ref={field}
            rows={3}
            maxLength={4000}
            value={reply}
            onChange={({ target }) => onReply(target.value)}
          />
        </Field>
        <RefusalCallout error={error} />
        <div className="flex flex-col items-start gap-1.5">
          <Button loading={isPending} disabled={reply.trim() === ''} onClick={onContest}>
            {t('contest')}
          </Button>
          <p className="text-xs text-fg-muted">{t('contestDrawn')}</p>
        </div>
      </div>
    </Card>
  );
}
