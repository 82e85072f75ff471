'use client';

import type { FindingView } from '@assay/contracts';
import { Button, Dialog, Field, Textarea } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useEffect, useId, useState } from 'react';

/** Why what was found is not personal data: the note stays with the decision. */
export function DismissDialog({
  finding,
  onClose,
  onDismiss,
}: {
  finding: FindingView | null;
  onClose: () => void;
  onDismiss: (note: string | null) => void;
}) {
  const t = useTranslations('sources.findings');
  const common = useTranslations('common');
  const form = useId();
  const [note, setNote] = useState('');
  useEffect(() => {
    if (finding !== null) setNote('');
  }, [finding]);
  return (
    <Dialog
      size="sm"
      title={t('dismissTitle')}
      description={
        finding === null
          ? undefined
          : t('dismissBody', { kind: t(`kind.${finding.kind}.name`), column: finding.column })
      }
      open={finding !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={form} variant="primary">
            {t('dismiss')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          onDismiss(note.trim() === '' ? null : note.trim());
        }}
      >
        <Field label={t('note')} optional hint={t('noteHint')}>
          <Textarea
            rows={3}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
