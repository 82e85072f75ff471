'use client';

import { Checkbox, ConfirmDialog, Field, Input, Select, Textarea, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { ReviewItem } from './review-types.ts';

/** Makes the sample an example in the next version of the batch's guideline. */
export function ExampleDialog({
  item,
  guidelineId,
  onOpenChange,
}: {
  item: ReviewItem;
  guidelineId: string;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('review.example');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const { toast } = useToast();
  const { path } = useOrg();
  const guideline = useQuery(trpc.guideline.get.queryOptions({ guidelineId }));
  const isRejected = item.decision?.outcome === 'rejected';
  const [verdict, setVerdict] = useState<'correct' | 'incorrect'>(isRejected ? 'incorrect' : 'correct');
  const [title, setTitle] = useState('');
  const [why, setWhy] = useState(item.decision?.comment ?? '');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const add = useMutation(trpc.review.addExample.mutationOptions());
  const columns = item.columns.map(({ name }) => name).filter((name) => !left.has(name));
  return (
    <ConfirmDialog
      title={t('title')}
      description={
        guideline.data === undefined
          ? t('loading')
          : t('about', { name: guideline.data.name, number: guideline.data.number + 1 })
      }
      confirmLabel={t('save')}
      open
      onOpenChange={onOpenChange}
      onConfirm={async () => {
        if (guideline.data === undefined) throw new Error(t('loading'));
        if (title.trim() === '') throw new Error(t('needTitle'));
        if (why.trim() === '') throw new Error(t('needWhy'));
        if (columns.length === 0) throw new Error(t('needColumn'));
        const { number } = await add
          .mutateAsync({
            reviewItemId: item.id,
            guidelineId,
            revision: guideline.data.revision,
            columns,
            verdict,
            title,
            why,
          })
          .catch((error: unknown) => {
            throw new Error(refusalOf(error).message);
          });
        toast({
          title: t('saved', { number }),
          action: { label: t('see'), onPress: () => router.push(path(`/guidelines/${guidelineId}`)) },
        });
        await queryClient.invalidateQueries(trpc.guideline.pathFilter());
      }}
    >
      <div className="flex flex-col gap-4">
        <Field label={t('verdict')}>
          <Select
            value={verdict}
            onChange={(event) => setVerdict(event.target.value === 'incorrect' ? 'incorrect' : 'correct')}
            options={[
              { value: 'correct', label: t('verdicts.correct') },
              { value: 'incorrect', label: t('verdicts.incorrect') },
            ]}
          />
        </Field>
        <Field label={t('name')} required>
          <Input value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <Field label={t('why')} required>
          <Textarea rows={3} maxLength={4000} value={why} onChange={(event) => setWhy(event.target.value)} />
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 text-sm font-medium">{t('columns')}</legend>
          {item.columns.map((column) => (
            <Checkbox
              key={column.name}
              label={column.label || column.name}
              checked={!left.has(column.name)}
              onChange={(checked) => {
                const next = new Set(left);
                if (checked) next.delete(column.name);
                else next.add(column.name);
                setLeft(next);
              }}
            />
          ))}
        </fieldset>
      </div>
    </ConfirmDialog>
  );
}
