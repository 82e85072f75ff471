'use client';

import { ConfirmDialog, Field, Input, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';

/** Makes a guideline of its own from a version. */
export function CopyGuidelineDialog({
  name,
  version,
  onOpenChange,
}: {
  name: string;
  version: { id: string; number: number };
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('guidelines.head');
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { toast } = useToast();
  const [copyName, setCopyName] = useState(() => t('copyOf', { name }).slice(0, 120));
  const copy = useMutation(trpc.guideline.copy.mutationOptions());
  return (
    <ConfirmDialog
      title={t('copyTitle', { number: version.number })}
      description={t('copyBody')}
      confirmLabel={t('copy')}
      open
      onOpenChange={onOpenChange}
      onConfirm={async () => {
        const made = await copy
          .mutateAsync({ guidelineVersionId: version.id, name: copyName })
          .catch((error: unknown) => {
            throw new Error(refusalOf(error).message);
          });
        toast({ title: t('copied') });
        await queryClient.invalidateQueries(trpc.guideline.list.pathFilter());
        router.push(path(`/guidelines/${made.id}`));
      }}
    >
      <Field label={t('copyName')} required>
        <Input value={copyName} maxLength={120} onChange={(event) => setCopyName(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
