'use client';

import { ConfirmDialog, Field, Textarea, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';

/** Asks about a section, or about the whole guideline; experts of the project are told. */
export function AskDialog({
  versionId,
  section,
  onOpenChange,
}: {
  versionId: string;
  section: { id: string; heading: string } | null;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('guidelines.ask');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [text, setText] = useState('');
  const ask = useMutation(trpc.guideline.ask.mutationOptions());
  return (
    <ConfirmDialog
      title={section === null ? t('titleWhole') : t('title', { heading: section.heading })}
      description={t('about')}
      confirmLabel={t('send')}
      open
      onOpenChange={onOpenChange}
      onConfirm={async () => {
        if (text.trim() === '') throw new Error(t('empty'));
        await ask
          .mutateAsync({ guidelineVersionId: versionId, sectionId: section?.id ?? null, text })
          .catch((error: unknown) => {
            throw new Error(refusalOf(error).message);
          });
        toast({ title: t('sent') });
        await queryClient.invalidateQueries(trpc.guideline.pathFilter());
      }}
    >
      <Field label={t('question')} required>
        <Textarea rows={4} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
