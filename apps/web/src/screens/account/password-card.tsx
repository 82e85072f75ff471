'use client';

import { Button, Callout, Card, Checkbox, Field, Input, useToast } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAuthAction } from '~/entry/use-auth-action.ts';
import { authClient } from '~/shell/auth-client.ts';

export function PasswordCard({ email }: { email: string }) {
  const t = useTranslations('account');
  const entry = useTranslations('entry');
  const { toast } = useToast();
  const { run, busy, error } = useAuthAction();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [revokeOtherSessions, setRevoke] = useState(true);
  const save = async () => {
    if (busy) return;
    if (await run(() => authClient.changePassword({ currentPassword, newPassword, revokeOtherSessions }))) {
      setCurrent('');
      setNew('');
      toast({ title: t('passwordChanged') });
    }
  };
  return (
    <Card title={t('password')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {error === null ? null : <Callout tone="bad">{error}</Callout>}
        {/* Password managers look for the address beside the passwords. */}
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <Field label={t('currentPassword')} required>
          <Input
            type="password"
            name="current-password"
            autoComplete="current-password"
            value={currentPassword}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </Field>
        <Field label={entry('newPassword')} hint={entry('passwordHint')} required>
          <Input
            type="password"
            name="new-password"
            autoComplete="new-password"
            minLength={10}
            maxLength={128}
            value={newPassword}
            onChange={(event) => setNew(event.target.value)}
          />
        </Field>
        <Checkbox
          label={t('revokeOthers')}
          hint={t('revokeOthersHint')}
          checked={revokeOtherSessions}
          onChange={setRevoke}
        />
        <div>
          <Button
            type="submit"
            variant="primary"
            loading={busy}
            disabled={currentPassword === '' || newPassword === ''}
          >
            {t('changePassword')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
