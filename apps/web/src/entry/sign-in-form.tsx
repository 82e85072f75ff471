'use client';

import { Button, Callout, Field, Input, TextLink } from '@assay/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { authClient } from '~/shell/auth-client.ts';
import { safeNext, useAuthAction } from './use-auth-action.ts';

export function SignInForm({ next, email: given }: { next: string | null; email: string }) {
  const t = useTranslations('entry');
  const router = useRouter();
  const { run, busy, error } = useAuthAction();
  const [email, setEmail] = useState(given);
  const [password, setPassword] = useState('');

  const submit = async () => {
    let needsCode = false;
    const ok = await run(async () => {
      const answer = await authClient.signIn.email({ email, password });
      needsCode = answer.data !== null && 'twoFactorRedirect' in answer.data;
      return answer;
    });
    if (!ok) return;
    const query = next === null ? '' : `?next=${encodeURIComponent(next)}`;
    if (needsCode) router.push(`/two-factor${query}`);
    else window.location.assign(safeNext(next));
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
      <Field label={t('password')} aside={<TextLink href="/forgot-password">{t('forgot')}</TextLink>}>
        <Input
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" loading={busy}>
        {t('signIn')}
      </Button>
      <TextLink href={next === null ? '/sign-up' : `/sign-up?next=${encodeURIComponent(next)}`}>
        {t('toSignUp')}
      </TextLink>
    </form>
  );
}
