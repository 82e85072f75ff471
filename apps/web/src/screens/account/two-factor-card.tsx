'use client';

import { Button, Card, StatusBadge } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DisableTwoFactorDialog } from './disable-two-factor-dialog.tsx';
import { EnableTwoFactorDialog } from './enable-two-factor-dialog.tsx';
import { NewBackupCodesDialog } from './new-backup-codes-dialog.tsx';

type Open = 'enable' | 'disable' | 'codes' | null;

export function TwoFactorCard({ enabled }: { enabled: boolean }) {
  const t = useTranslations('account');
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <Card
      title={t('twoFactor')}
      description={t('twoFactorBody')}
      actions={
        <StatusBadge tone={enabled ? 'good' : 'neutral'}>
          {enabled ? t('twoFactorOn') : t('twoFactorOff')}
        </StatusBadge>
      }
    >
      <div className="flex flex-wrap gap-2">
        {enabled ? (
          <>
            <Button onClick={() => setOpen('codes')}>{t('newCodes')}</Button>
            <Button variant="danger-quiet" onClick={() => setOpen('disable')}>
              {t('disable')}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={() => setOpen('enable')}>
            {t('enable')}
          </Button>
        )}
      </div>
      {open === 'enable' ? <EnableTwoFactorDialog onClose={close} /> : null}
      {open === 'disable' ? <DisableTwoFactorDialog onClose={close} /> : null}
      {open === 'codes' ? <NewBackupCodesDialog onClose={close} /> : null}
    </Card>
  );
}
