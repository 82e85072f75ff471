'use client';

import { Button, Callout, Field, Input, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { authClient } from '~/shell/auth-client.ts';
import { safeNext, useAuthAction } from './use-auth-action.ts';

export function SignUpForm({ next, email: given }: { next: string | null; email: string }) {
  const t = useTranslations('entry');
  const { run, busy, error } = useAuthAction();
  const [name, setName] = useState('');
  const [email, setEmail] = useState(given);
  const [password, setPassword] = useState('');

  const submit = async () => {
    if (await run(() => authClient.signUp.email({ name: name.trim(), email, password }))) {
      window.location.assign(safeNext(next));
    }
  };

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {error === null ? null : <Callout tone="bad">{error}</Callout>}
      <Field label={t('name')} hint={t('nameHint')}>
        <Input
          name="name"
          autoComplete="name"
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
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
      <Field label={t('password')} hint={t('passwordHint')}>
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
        {t('signUp')}
      </Button>
      <TextLink href={next === null ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`}>
        {t('toSignIn')}
      </TextLink>
    </form>
  );
}
