'use client';

import type { AppRouter } from '@assay/api';
import type { ImageOrigin, ImageSequences } from '@assay/contracts';
import { Button, ConfirmDialog, Field, Input, RadioGroup } from '@assay/ui';
import { skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import type { inferRouterInputs } from '@trpc/server';
import { Tags } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { errorOfRefusal, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

type Filter = NonNullable<inferRouterInputs<AppRouter>['run']['collectImages']['filter']>;

const SEQUENCES = ['none', 'one', 'folders'] as const satisfies readonly ImageSequences[];

/** Makes the pictures that are listed into a run, from which batches are made. */
export function LabelPictures({ projectId, filter }: { projectId: string; filter: Filter }) {
  const t = useTranslations('images.collect');
  const origins = useTranslations('images.origins');
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [sequences, setSequences] = useState<ImageSequences>('none');
  const [chosen, setChosen] = useState<ImageOrigin | null>(null);
  const found = useQuery(trpc.image.origins.queryOptions(open ? { projectId, ...filter } : skipToken));
  const collect = useMutation(trpc.run.collectImages.mutationOptions());
  const origin = chosen ?? found.data?.[0]?.origin ?? null;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      description={t('about')}
      confirmLabel={t('confirm')}
      onConfirm={async () => {
        if (name.trim() === '') throw new Error(t('noName'));
        if (origin === null) throw new Error(t('noPictures'));
        const { runId } = await collect
          .mutateAsync({ projectId, name: name.trim(), origin, filter, sequences })
          .catch((error: unknown) => Promise.reject(errorOfRefusal(error)));
        void queryClient.invalidateQueries(trpc.run.pathFilter());
        router.push(path(`/runs/${runId}`));
      }}
      trigger={<Button icon={<Tags aria-hidden />}>{t('open')}</Button>}
    >
      <div className="flex flex-col gap-4">
        <Field label={t('name')} required hint={t('nameHint')}>
          <Input value={name} maxLength={120} onChange={({ target }) => setName(target.value)} />
        </Field>
        {found.data === undefined ? null : (
          <Field label={t('origin')}>
            <RadioGroup
              value={origin ?? ''}
              onChange={(value) =>
                setChosen(found.data.find((each) => each.origin === value)?.origin ?? null)
              }
              options={found.data.map((each) => ({
                value: each.origin,
                label: origins(each.origin),
                hint: t('pictures', { count: each.images }),
              }))}
            />
          </Field>
        )}
        <Field label={t('samples')}>
          <RadioGroup
            value={sequences}
            onChange={(value) => setSequences(SEQUENCES.find((each) => each === value) ?? 'none')}
            options={SEQUENCES.map((value) => ({
              value,
              label: t(`sequences.${value}`),
              hint: t(`sequenceHints.${value}`),
            }))}
          />
        </Field>
      </div>
    </ConfirmDialog>
  );
}
