'use client';

import { ConfirmDialog, Field, Input, Textarea } from '@assay/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { errorOfRefusal, useTRPC, useTRPCClient } from '~/trpc/client.tsx';
import { type Area, areas } from './area.ts';

/** Name and description; they are of the whole, not of a version. */
export function RenameDialog({
  area,
  thing,
  onOpenChange,
}: {
  area: Area;
  thing: { id: string; revision: number; name: string; description: string };
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations(`${area}.head`);
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [name, setName] = useState(thing.name);
  const [description, setDescription] = useState(thing.description);
  const change = { revision: thing.revision, name, description };
  const update = {
    recipes: () => client.recipe.update.mutate({ recipeId: thing.id, ...change }),
    guidelines: () => client.guideline.update.mutate({ guidelineId: thing.id, ...change }),
    labelSchemas: () => client.labelSchema.update.mutate({ labelSchemaId: thing.id, ...change }),
  };
  return (
    <ConfirmDialog
      title={t('rename')}
      description={t('descriptionHint')}
      confirmLabel={t('saveName')}
      open
      onOpenChange={onOpenChange}
      onConfirm={async () => {
        await update[area]().catch((error: unknown) => {
          throw errorOfRefusal(error);
        });
        await queryClient.invalidateQueries(trpc[areas[area].kind].pathFilter());
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
