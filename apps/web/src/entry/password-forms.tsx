'use client';

import { Button, Callout, Field, Input, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { authClient } from '~/shell/auth-client.ts';
import { useAuthAction } from './use-auth-action.ts';

export function ForgotPasswordForm({ hasMail }: { hasMail: boolean }) {
  const t = useTranslations('entry');
  const { run, busy, error } = useAuthAction();
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => authClient.requestPasswordReset({ email })).then(setSent);
      }}
    >
      <p className="text-sm text-fg-secondary">{t('forgotBody')}</p>
      {hasMail ? null : <Callout tone="info">{t('forgotNoMail')}</Callout>}
      {error === null ? null : <Callout tone="bad">{error}</Callout>}
      {sent ? <Callout tone="good">{t('forgotSent')}</Callout> : null}
      <Field label={t('email')}>
        <Input
          type="email"
          name="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" loading={busy}>
        {t('forgotSend')}
      </Button>
      <TextLink href="/sign-in">{t('toSignIn')}</TextLink>
    </form>
  );
}

export function ResetPasswordForm({ token }: { token: string }) {
  const t = useTranslations('entry');
  const { run, busy, error } = useAuthAction();
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <div className="flex flex-col gap-4">
        <Callout tone="good">{t('resetDone')}</Callout>
        <TextLink href="/sign-in">{t('signIn')}</TextLink>
      </div>
    );
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => authClient.resetPassword({ newPassword: password, token })).then(setDone);
      }}
    >
      {error === null ? null : <Callout tone="bad">{error}</Callout>}
      <Field label={t('newPassword')} hint={t('passwordHint')}>
        <Input
          type="password"
          name="password"
          autoComplete="new-password"
          required
          minLength={10}
          maxLength={128}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" loading={busy}>
        {t('resetSave')}
      </Button>
    </form>
  );
}
