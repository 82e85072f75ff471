'use client';

import type { MigrationOperation } from '@assay/contracts';
import { Button, Card, ConfirmDialog, Field, Input, useToast } from '@assay/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { refusalOf, useTRPC, useTRPCClient } from '~/trpc/client.tsx';
import type { LabelSchemaView, MigrationPlan } from '../label-schema-types.ts';

/** Doing what the dry run says, after it was confirmed. */
export function ApplyMigration({
  schema,
  operations,
  plan,
  onAgain,
  onDone,
}: {
  schema: LabelSchemaView;
  operations: readonly MigrationOperation[];
  plan: MigrationPlan;
  onAgain: () => void;
  onDone: () => void;
}) {
  const t = useTranslations('labelSchemas.migrate.apply');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<unknown>(null);
  const apply = async () => {
    setRefusal(null);
    const asked = {
      labelSchemaId: schema.id,
      revision: plan.revision,
      operations: [...operations],
      note: note.trim(),
    };
    const made = await client.labelSchema.migrate.mutate(asked).catch((error: unknown) => {
      setRefusal(error);
      throw new Error(refusalOf(error).message);
    });
    toast({ title: t('done', { number: made.number, count: made.batches }) });
    onDone();
    await queryClient.invalidateQueries(trpc.labelSchema.pathFilter());
  };
  const number = plan.number + 1;
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <Field label={t('note')} optional>
          <Input
            value={note}
            maxLength={500}
            placeholder={t('notePlaceholder')}
            onChange={({ target }) => setNote(target.value)}
          />
        </Field>
        <RefusalCallout
          error={refusal}
          onReload={() => {
            setRefusal(null);
            void queryClient.invalidateQueries(trpc.labelSchema.pathFilter());
            onAgain();
          }}
        />
        <ConfirmDialog
          title={t('title', { number })}
          description={t('body', { batches: plan.reach.batches, annotations: plan.reach.annotations })}
          confirmLabel={t('confirm')}
          trigger={
            <Button variant="primary" className="self-start" icon={<Play aria-hidden />}>
              {t('button', { number })}
            </Button>
          }
          onConfirm={apply}
        />
      </div>
    </Card>
  );
}
