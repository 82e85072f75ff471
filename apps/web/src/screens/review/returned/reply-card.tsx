'use client';

import { Button, Card, Field, Textarea } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';

/** The words to an expert who sent an answer back, and the way to stand by it. */
export function ReplyCard({
  reply,
  isPending,
  error,
  onReply,
  onContest,
}: {
  reply: string;
  isPending: boolean;
  error: unknown;
  onReply: (reply: string) => void;
  onContest: () => void;
}) {
  const t = useTranslations('review.return');
  return (
    <Card title={t('reply')} id="return-reply">
      <div className="flex flex-col gap-4">
        <Field label={t('replyWords')} hint={t('replyHint')}>
          <Textarea
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
