'use client';

import { codePointsOf, MOST_COMMENT_CHARACTERS } from '@assay/contracts';
import { type Mentionable, storeMentions } from '@assay/domain';
import { Button, Field } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { MentionField } from './mention-field.tsx';

/** From here on it is said how many characters are left. */
const NEAR_THE_END = 200;

/** A field for a comment: what `onSend` refuses stays in the field. */
export function CommentForm({
  label,
  hint,
  send,
  text,
  setText,
  people,
  onSend,
  onCancel,
  autoFocus = false,
}: {
  label: string;
  hint?: string;
  send: string;
  text: string;
  setText: (text: string) => void;
  people: readonly Mentionable[];
  onSend: (text: string) => Promise<void>;
  onCancel?: () => void;
  autoFocus?: boolean;
}) {
  const t = useTranslations('comments');
  const common = useTranslations('common');
  const [error, setError] = useState<unknown>(null);
  const left = MOST_COMMENT_CHARACTERS - codePointsOf(storeMentions(text, people).trim());
  const canSend = text.trim() !== '' && left >= 0;
  const submit = async () => {
    if (!canSend) return;
    setError(null);
    try {
      await onSend(text);
    } catch (refusal) {
      setError(refusal);
    }
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field
        label={label}
        hint={hint}
        error={left < 0 ? t('tooLong', { count: -left }) : undefined}
        aside={
          left >= 0 && left < NEAR_THE_END ? (
            <span className="text-xs text-fg-muted">{t('left', { count: left })}</span>
          ) : undefined
        }
      >
        <MentionField
          text={text}
          setText={setText}
          people={people}
          onSubmit={() => void submit()}
          onCancel={onCancel}
          autoFocus={autoFocus}
        />
      </Field>
      <RefusalCallout error={error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" size="sm" disabled={!canSend}>
          {send}
        </Button>
        {onCancel === undefined ? null : (
          <Button size="sm" variant="quiet" onClick={onCancel}>
            {common('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
