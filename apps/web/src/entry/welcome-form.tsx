'use client';

import { Button, Callout, Field, Input, LinkButton } from '@assay/ui';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { signOut } from '~/shell/sign-out.ts';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';

export function WelcomeForm({ organisations }: { organisations: { name: string; slug: string }[] }) {
  const t = useTranslations('entry');
  const router = useRouter();
  const trpc = useTRPC();
  const [name, setName] = useState('');
  const create = useMutation(
    trpc.organisation.create.mutationOptions({ onSuccess: ({ slug }) => router.push(`/o/${slug}`) }),
  );
  return (
    <div className="flex flex-col gap-6">
      <p className="text-sm text-fg-secondary">{t('welcomeBody')}</p>
      {organisations.length === 0 ? null : (
        <section className="flex flex-col gap-2">
          <h2 className="text-sm font-medium">{t('yourOrganisations')}</h2>
          {organisations.map((organisation) => (
            <LinkButton key={organisation.slug} href={`/o/${organisation.slug}`} variant="secondary">
              {organisation.name}
            </LinkButton>
          ))}
        </section>
      )}
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ name });
        }}
      >
        {create.error ? <Callout tone="bad">{refusalOf(create.error).message}</Callout> : null}
        <Field label={t('organisationName')}>
          <Input
            name="organisation"
            required
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="primary" loading={create.isPending || create.isSuccess}>
          {t('createOrganisation')}
        </Button>
      </form>
      <Button variant="quiet" onClick={() => void signOut()}>
        {t('signOut')}
      </Button>
    </div>
  );
}
