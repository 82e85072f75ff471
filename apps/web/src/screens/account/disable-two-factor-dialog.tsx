'use client';

import { Button, Dialog, useToast } from '@assay/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAuthAction } from '~/entry/use-auth-action.ts';
import { authClient } from '~/shell/auth-client.ts';
import { PasswordStep } from './password-step.tsx';

const FORM = 'disable-two-factor';

export function DisableTwoFactorDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account');
  const common = useTranslations('common');
  const router = useRouter();
  const { toast } = useToast();
  const { run, busy, error } = useAuthAction();
  const [password, setPassword] = useState('');
  const disable = async () => {
    if (busy || !(await run(() => authClient.twoFactor.disable({ password })))) return;
    toast({ title: t('disabled') });
    router.refresh();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="sm"
      title={t('disableTitle')}
      description={t('disableBody')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={FORM} variant="danger" loading={busy}>
            {t('disable')}
          </Button>
        </>
      }
    >
      <PasswordStep
        form={FORM}
        password={password}
        error={error}
        onChange={setPassword}
        onSubmit={() => void disable()}
      />
    </Dialog>
  );
}
