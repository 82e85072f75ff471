'use client';

import { Button, Field, Input } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

/** What is not saved yet, with the note that its version will carry. */
export function SaveBar({
  number,
  dirty,
  busy,
  onSave,
  onDiscard,
}: {
  /** Of the newest version. */
  number: number;
  dirty: boolean;
  busy: boolean;
  onSave: (note: string) => Promise<void>;
  onDiscard: () => void;
}) {
  const t = useTranslations('guidelines.editor');
  const [note, setNote] = useState('');
  return (
    <div className="sticky bottom-3 z-10 rounded-lg border border-line bg-raised px-4 py-3 shadow-md">
      {dirty ? (
        <div className="flex flex-wrap items-center gap-2">
          <Field label={t('note')} hideLabel className="min-w-0 flex-1 basis-60">
            <Input
              value={note}
              maxLength={500}
              placeholder={t('note')}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
          <Button variant="quiet" disabled={busy} onClick={onDiscard}>
            {t('discard')}
          </Button>
          <Button variant="primary" loading={busy} onClick={() => void onSave(note)}>
            {t('save', { number: number + 1 })}
          </Button>
        </div>
      ) : (
        <p className="text-sm text-fg-muted">{t('unchanged', { number })}</p>
      )}
    </div>
  );
}
