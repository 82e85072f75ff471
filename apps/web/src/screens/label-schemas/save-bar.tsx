'use client';

import { Button, Field, Input } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CheckSummary } from './check-summary.tsx';
import type { SchemaDraft } from './editor/use-schema-draft.ts';

/** What is not saved yet, with the note that its version will carry. */
export function SaveBar({
  draft,
  number,
  busy,
  onSave,
  onDiscard,
}: {
  draft: SchemaDraft;
  /** Of the newest version. */
  number: number;
  busy: boolean;
  onSave: (note: string) => Promise<boolean>;
  onDiscard: () => void;
}) {
  const t = useTranslations('labelSchemas.editor');
  const [note, setNote] = useState('');
  return (
    <div className="sticky bottom-3 z-10 flex flex-col gap-2 rounded-lg border border-line bg-raised px-4 py-3 shadow-md">
      <CheckSummary draft={draft} />
      {draft.dirty ? (
        <div className="flex flex-wrap items-center gap-2">
          <Field label={t('note')} hideLabel className="min-w-0 flex-1 basis-60">
            <Input
              value={note}
              maxLength={500}
              placeholder={t('notePlaceholder')}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
          <Button variant="quiet" disabled={busy} onClick={onDiscard}>
            {t('discard')}
          </Button>
          <Button
            variant="primary"
            loading={busy}
            disabled={!draft.readable}
            onClick={() =>
              void onSave(note).then((saved) => {
                if (saved) setNote('');
              })
            }
          >
            {t('save', { number: number + 1 })}
          </Button>
        </div>
      ) : (
        <p className="text-sm text-fg-muted">{t('unchanged', { number })}</p>
      )}
    </div>
  );
}
