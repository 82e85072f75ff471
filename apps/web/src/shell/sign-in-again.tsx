'use client';

import { Button, Callout, Dialog, Field, Input, useToast } from '@assay/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useAuthAction } from '~/entry/use-auth-action.ts';
import { authClient } from './auth-client.ts';

/**
 * Signs the same person in again without leaving the page, so that what was typed on it stays: the password, and the
 * code where two-factor sign-in is on.
 */
export function SignInAgain({ email, onSignedIn }: { email: string; onSignedIn?: (() => void) | undefined }) {
  const t = useTranslations('entry');
  const common = useTranslations('common');
  const form = useId();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const { run, busy, error } = useAuthAction();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const change = (next: boolean) => {
    setOpen(next);
    setPassword('');
    setCode(null);
  };
  const submit = async () => {
    if (busy) return;
    let needsCode = false;
    const ok = await run(async () => {
      if (code !== null) return authClient.twoFactor.verifyTotp({ code: code.replaceAll(' ', '') });
      const answer = await authClient.signIn.email({ email, password });
      needsCode = answer.data !== null && 'twoFactorRedirect' in answer.data;
      return answer;
    });
    if (!ok) return;
    if (needsCode) {
      setCode('');
      return;
    }
    change(false);
    toast({ title: t('signedInAgain'), description: t('signedInAgainNext') });
    onSignedIn?.();
    // What could not be read meanwhile is read now; what was typed is not touched by it.
    void queryClient.invalidateQueries();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      size="sm"
      title={common('signInAgain')}
      description={t('signInAgainBody')}
      trigger={<Button size="sm">{common('signInAgain')}</Button>}
      footer={
        <>
          <Button onClick={() => change(false)}>{common('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={busy}>
            {code === null ? t('signIn') : t('verify')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          // The dialog is drawn inside of the form that was refused: that one is not to be sent by this.
          event.stopPropagation();
          void submit();
        }}
      >
        {error === null ? null : <Callout tone="bad">{error}</Callout>}
        <Field label={t('email')}>
          <Input type="email" name="email" autoComplete="username" readOnly value={email} />
        </Field>
        {code === null ? (
          <Field label={t('password')} required>
            <Input
              type="password"
              name="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
        ) : (
          <Field label={t('twoFactorCode')} hint={t('twoFactorBody')} required>
            <Input
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
