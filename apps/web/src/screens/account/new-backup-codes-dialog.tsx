'use client';

import { Button, Dialog } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAuthAction } from '~/entry/use-auth-action.ts';
import { authClient } from '~/shell/auth-client.ts';
import { BackupCodes } from './backup-codes.tsx';
import { PasswordStep } from './password-step.tsx';

const FORM = 'new-backup-codes';

/** New backup codes; the former ones end. */
export function NewBackupCodesDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account');
  const common = useTranslations('common');
  const { run, busy, error } = useAuthAction();
  const [password, setPassword] = useState('');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const make = () =>
    run(async () => {
      const answer = await authClient.twoFactor.generateBackupCodes({ password });
      if (answer.data) setCodes(answer.data.backupCodes);
      return answer;
    });
  const made = codes.length > 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={made ? t('codesTitle') : t('newCodes')}
      description={made ? undefined : t('newCodesBody')}
      footer={
        made ? (
          <Button variant="primary" onClick={onClose}>
            {t('codesKept')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{common('cancel')}</Button>
            <Button type="submit" form={FORM} variant="primary" loading={busy}>
              {t('newCodes')}
            </Button>
          </>
        )
      }
    >
      {made ? (
        <BackupCodes codes={codes} />
      ) : (
        <PasswordStep
          form={FORM}
          password={password}
          error={error}
          onChange={setPassword}
          onSubmit={() => void make()}
        />
      )}
    </Dialog>
  );
}
