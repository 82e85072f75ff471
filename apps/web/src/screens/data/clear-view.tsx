'use client';

import { Button, ConfirmDialog, Field, Textarea } from '@assay/ui';
import { Eye } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

const SHORTEST_REASON = 10;

/** Asks for the reason for which masked columns are shown in clear. */
export function ClearView({ count, onShow }: { count: number; onShow: (reason: string) => void }) {
  const t = useTranslations('data.rows');
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={t('clearTitle')}
      description={t('clearBody', { count })}
      confirmLabel={t('clearConfirm')}
      trigger={<Button icon={<Eye aria-hidden />}>{t('showClear')}</Button>}
      onConfirm={() => {
        if (reason.trim().length < SHORTEST_REASON) throw new Error(t('reasonHint'));
        onShow(reason.trim());
      }}
    >
      <Field label={t('reason')} hint={t('reasonHint')} required>
        <Textarea
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </ConfirmDialog>
  );
}
