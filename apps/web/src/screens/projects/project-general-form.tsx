'use client';

import { Button, Callout, Card, Field, Input, Textarea, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import type { Project } from './project-types.ts';
import { StakesField } from './stakes-field.tsx';

/** Name, description and stakes; sent with the revision that was seen. */
export function ProjectGeneralForm({ project }: { project: Project }) {
  const t = useTranslations('projects');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [name, setName] = useState(project.name);
  const [description, setDescription] = useState(project.description);
  const [stakes, setStakes] = useState(project.stakes);
  const reload = () => queryClient.invalidateQueries(trpc.project.pathFilter());
  const save = useMutation(
    trpc.project.update.mutationOptions({
      onSuccess: () => {
        void reload();
        toast({ title: common('saved') });
      },
    }),
  );
  const mayEdit = project.permissions.includes('project.update');
  const change = {
    ...(name.trim() === project.name ? {} : { name }),
    ...(description.trim() === project.description ? {} : { description }),
    ...(stakes === project.stakes ? {} : { stakes }),
  };
  const dirty = Object.keys(change).length > 0;
  return (
    <Card title={t('general')}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending && dirty) {
            save.mutate({ projectId: project.id, revision: project.revision, ...change });
          }
        }}
      >
        <RefusalCallout error={save.error} onReload={() => void reload()} />
        {mayEdit ? null : <Callout>{t('mayNotEdit')}</Callout>}
        <Field label={t('name')} required={mayEdit}>
          <Input
            name="name"
            maxLength={120}
            autoComplete="off"
            readOnly={!mayEdit}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={t('descriptionLabel')}>
          <Textarea
            name="description"
            maxLength={4000}
            readOnly={!mayEdit}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </Field>
        <StakesField value={stakes} onChange={setStakes} disabled={!mayEdit} />
        {mayEdit ? (
          <div>
            <Button type="submit" variant="primary" loading={save.isPending} disabled={!dirty}>
              {common('save')}
            </Button>
          </div>
        ) : null}
      </form>
    </Card>
  );
}
