'use client';

import { type SkipReason, skipReason } from '@assay/contracts';
import { Button, Dialog, Field, RadioGroup, Textarea } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

/** Passes over a row, with a reason. */
export function SkipDialog({
  row,
  onOpenChange,
  onSkip,
}: {
  row: number;
  onOpenChange: (open: boolean) => void;
  onSkip: (reason: SkipReason, note: string | null) => void;
}) {
  const t = useTranslations('work.skip');
  const work = useTranslations('work');
  const [reason, setReason] = useState<SkipReason>('unclear');
  const [note, setNote] = useState('');
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      size="sm"
      title={t('title')}
      description={`${work('row', { row: row + 1 })}. ${t('about')}`}
      footer={
        <Button type="submit" form="skip-row" variant="primary">
          {t('confirm')}
        </Button>
      }
    >
      <form
        id="skip-row"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onSkip(reason, note.trim() === '' ? null : note.trim());
        }}
      >
        <RadioGroup
          label={t('reason')}
          value={reason}
          onChange={(value) => setReason(skipReason.parse(value))}
          options={skipReason.options.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
        <Field label={t('note')} optional>
          <Textarea rows={2} maxLength={2000} value={note} onChange={({ target }) => setNote(target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
