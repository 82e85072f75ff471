'use client';

import { ConfirmDialog, Field, Input, Textarea } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import type { GuidelineView } from './guideline-types.ts';

/** Name and description; they are of the guideline, not of a version. */
export function RenameGuidelineDialog({
  guideline,
  onOpenChange,
}: {
  guideline: GuidelineView;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('guidelines.head');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState(guideline.name);
  const [description, setDescription] = useState(guideline.description);
  const update = useMutation(trpc.guideline.update.mutationOptions());
  return (
    <ConfirmDialog
      title={t('rename')}
      description={t('descriptionHint')}
      confirmLabel={t('saveName')}
      open
      onOpenChange={onOpenChange}
      onConfirm={async () => {
        await update
          .mutateAsync({ guidelineId: guideline.id, revision: guideline.revision, name, description })
          .catch((error: unknown) => {
            const { message, next } = refusalOf(error);
            throw new Error([message, next].filter((part) => part !== null).join(' '));
          });
        await queryClient.invalidateQueries(trpc.guideline.pathFilter());
      }}
    >
      <div className="flex flex-col gap-4">
        <Field label={t('name')} required>
          <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t('description')} optional>
          <Textarea
            rows={3}
            maxLength={4000}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </Field>
      </div>
    </ConfirmDialog>
  );
}
