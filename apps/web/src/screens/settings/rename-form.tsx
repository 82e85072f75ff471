'use client';

import { Button, Callout, Card, Field, Input, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import type { Organisation } from './settings-types.ts';

type Props = { organisation: Organisation; mayEdit: boolean };

/** The name, sent with the revision that was seen: a change of somebody else in between is not overwritten. */
export function RenameForm({ organisation, mayEdit }: Props) {
  const t = useTranslations('settings');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const { toast } = useToast();
  const [name, setName] = useState(organisation.name);
  const reload = () => {
    void queryClient.invalidateQueries(trpc.organisation.pathFilter());
    // The frame around the page shows the name too, and comes from the server.
    router.refresh();
  };
  const rename = useMutation(
    trpc.organisation.rename.mutationOptions({
      onSuccess: () => {
        reload();
        toast({ title: common('saved') });
      },
    }),
  );
  const same = name.trim() === organisation.name || name.trim() === '';
  return (
    <Card title={t('general')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!rename.isPending && !same) rename.mutate({ name, revision: organisation.revision });
        }}
      >
        <RefusalCallout error={rename.error} onReload={reload} />
        {mayEdit ? null : <Callout>{t('mayNotEdit')}</Callout>}
        <Field label={t('name')} required={mayEdit}>
          <Input
            name="organisation-name"
            maxLength={120}
            autoComplete="off"
            readOnly={!mayEdit}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        {mayEdit ? (
          <div>
            <Button type="submit" variant="primary" loading={rename.isPending} disabled={same}>
              {common('save')}
            </Button>
          </div>
        ) : null}
      </form>
    </Card>
  );
}
