'use client';

import { Button, Card, Field, Input, LinkButton, PageHeader, Textarea } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { type Stakes, StakesField } from './stakes-field.tsx';

export function NewProjectScreen() {
  const t = useTranslations('projects');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [stakes, setStakes] = useState<Stakes>('standard');
  const create = useMutation(
    trpc.project.create.mutationOptions({
      onSuccess: ({ id }) => {
        void queryClient.invalidateQueries();
        router.push(path(`/projects/${id}`));
      },
    }),
  );
  const busy = create.isPending || create.isSuccess;
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        description={t('newDescription')}
        breadcrumbs={crumbs([{ label: t('title'), href: path('/projects') }, { label: t('newTitle') }])}
      />
      <Card className="max-w-2xl">
        <form
          className="flex flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) create.mutate({ name, description, stakes });
          }}
        >
          <RefusalCallout error={create.error} />
          <Field label={t('name')} hint={t('nameHint')} required>
            <Input
              name="name"
              maxLength={120}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <Field label={t('descriptionLabel')} hint={t('descriptionHint')} optional>
            <Textarea
              name="description"
              maxLength={4000}
              value={description}
              onChange={(event) => setDescription(event.target.value)}
            />
          </Field>
          <StakesField value={stakes} onChange={setStakes} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" loading={busy}>
              {t('create')}
            </Button>
            <LinkButton href={path('/projects')} variant="quiet">
              {common('cancel')}
            </LinkButton>
          </div>
        </form>
      </Card>
    </>
  );
}
