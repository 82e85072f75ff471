'use client';

import { Button, Callout, Checkbox, Field, Input } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { authClient } from '~/shell/auth-client.ts';
import { safeNext, useAuthAction } from './use-auth-action.ts';

export function TwoFactorForm({ next }: { next: string | null }) {
  const t = useTranslations('entry');
  const { run, busy, error } = useAuthAction();
  const [code, setCode] = useState('');
  const [trustDevice, setTrustDevice] = useState(false);
  const [backup, setBackup] = useState(false);

  const submit = async () => {
    const ok = await run(() =>
      backup
        ? authClient.twoFactor.verifyBackupCode({ code: code.trim(), trustDevice })
        : authClient.twoFactor.verifyTotp({ code: code.replaceAll(' ', ''), trustDevice }),
    );
    if (ok) window.location.assign(safeNext(next));
  };

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {backup ? null : <p className="text-sm text-fg-secondary">{t('twoFactorBody')}</p>}
      {error === null ? null : <Callout tone="bad">{error}</Callout>}
      <Field label={backup ? t('backupCode') : t('twoFactorCode')}>
        <Input
          name="code"
          autoComplete="one-time-code"
          inputMode={backup ? 'text' : 'numeric'}
          required
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
      <Checkbox label={t('twoFactorTrust')} checked={trustDevice} onChange={setTrustDevice} />
      <Button type="submit" variant="primary" loading={busy}>
        {t('verify')}
      </Button>
      <Button
        variant="quiet"
        onClick={() => {
          setBackup(!backup);
          setCode('');
        }}
      >
        {backup ? t('twoFactorApp') : t('twoFactorBackup')}
      </Button>
    </form>
  );
}
