'use client';

import { ConfirmDialog, Field, Input, useToast } from '@assay/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { refusalOf, useTRPC, useTRPCClient } from '~/trpc/client.tsx';
import { type Area, areas } from './area.ts';

/** Makes something of its own from a version of a recipe, a guideline or a label schema, and opens it. */
export function CopyDialog({
  area,
  name,
  version,
  onOpenChange,
}: {
  area: Area;
  name: string;
  version: { id: string; number: number };
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations(`${area}.head`);
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { toast } = useToast();
  const [copyName, setCopyName] = useState(() => t('copyOf', { name }).slice(0, 120));
  const copy = {
    recipes: () => client.recipe.copy.mutate({ recipeVersionId: version.id, name: copyName }),
    guidelines: () => client.guideline.copy.mutate({ guidelineVersionId: version.id, name: copyName }),
    labelSchemas: () => client.labelSchema.copy.mutate({ labelSchemaVersionId: version.id, name: copyName }),
  };
  return (
    <ConfirmDialog
      title={t('copyTitle', { number: version.number })}
      description={t('copyBody')}
      confirmLabel={t('copy')}
      open
      onOpenChange={onOpenChange}
      onConfirm={async () => {
        const made = await copy[area]().catch((error: unknown) => {
          throw new Error(refusalOf(error).message);
        });
        toast({ title: t('copied') });
        await queryClient.invalidateQueries(trpc[areas[area].kind].list.pathFilter());
        router.push(path(`/${areas[area].room}/${made.id}`));
      }}
    >
      <Field label={t('copyName')} required>
        <Input value={copyName} maxLength={120} onChange={(event) => setCopyName(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
