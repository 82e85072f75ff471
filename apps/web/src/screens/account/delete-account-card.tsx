'use client';

import { Button, Callout, Card, Dialog } from '@assay/ui';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAuthAction } from '~/entry/use-auth-action.ts';
import { authClient } from '~/shell/auth-client.ts';
import { PasswordStep } from './password-step.tsx';

const FORM = 'delete-account';

/** The end of the account: refused while the person is the only owner of an organisation, which it names. */
export function DeleteAccountCard() {
  const t = useTranslations('account');
  const common = useTranslations('common');
  const { run, busy, error } = useAuthAction();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const remove = async () => {
    if (busy) return;
    if (await run(() => authClient.deleteUser({ password }))) window.location.assign('/sign-in');
  };
  return (
    <Card title={t('delete')} description={t('deleteBody')} className="border-bad-line">
      <Button variant="danger" icon={<Trash2 aria-hidden />} onClick={() => setOpen(true)}>
        {t('deleteConfirm')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          setPassword('');
        }}
        title={t('deleteTitle')}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
            <Button type="submit" form={FORM} variant="danger" loading={busy} disabled={password === ''}>
              {t('deleteConfirm')}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <Callout tone="warn">
            <ul className="list-disc space-y-1 pl-4">
              <li>{t('deleteEnds')}</li>
              <li>{t('deleteKeeps')}</li>
              <li>{t('deleteOwners')}</li>
            </ul>
          </Callout>
          <PasswordStep
            form={FORM}
            password={password}
            error={error}
            onChange={setPassword}
            onSubmit={() => void remove()}
          />
        </div>
      </Dialog>
    </Card>
  );
}
