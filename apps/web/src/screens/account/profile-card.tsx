'use client';

import { Button, Callout, Card, Field, Input, useToast } from '@assay/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAuthAction } from '~/entry/use-auth-action.ts';
import { authClient } from '~/shell/auth-client.ts';

export function ProfileCard({ name: saved, email }: { name: string; email: string }) {
  const t = useTranslations('account');
  const common = useTranslations('common');
  const router = useRouter();
  const { toast } = useToast();
  const { run, busy, error } = useAuthAction();
  const [name, setName] = useState(saved);
  const same = name.trim() === saved || name.trim() === '';
  const save = async () => {
    if (busy || same) return;
    if (await run(() => authClient.updateUser({ name: name.trim() }))) {
      toast({ title: common('saved') });
      router.refresh();
    }
  };
  return (
    <Card title={t('profile')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {error === null ? null : <Callout tone="bad">{error}</Callout>}
        <Field label={t('name')} hint={t('nameHint')} required>
          <Input
            name="name"
            autoComplete="name"
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={t('email')} hint={t('emailHint')}>
          <Input type="email" name="email" value={email} readOnly />
        </Field>
        <div>
          <Button type="submit" variant="primary" loading={busy} disabled={same}>
            {common('save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
