'use client';

import { Button, Callout, Card, Field, Input, PageHeader, Textarea, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { UnsavedGuard } from '../sources/unsaved-guard.tsx';
import { useMay } from '../sources/use-source.ts';
import { CheckSummary } from './check-summary.tsx';
import { SchemaEditor } from './editor/schema-editor.tsx';
import { useSchemaDraft } from './editor/use-schema-draft.ts';
import { emptySchema } from './new-parts.ts';

const NO_IDS: ReadonlySet<string> = new Set();

/** Writes a label schema: its name, its questions. */
export function NewLabelSchemaScreen({ projectId }: { projectId: string }) {
  const t = useTranslations('labelSchemas.editor');
  const words = useTranslations('labelSchemas');
  const trpc = useTRPC();
  const router = useRouter();
  const crumbs = useCrumbs();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { toast } = useToast();
  const { project, mayNot } = useMay(projectId);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [empty] = useState(emptySchema);
  const draft = useSchemaDraft(empty, null);
  const create = useMutation(trpc.labelSchema.create.mutationOptions());
  const ended = create.isSuccess;
  const save = async () => {
    try {
      const made = await create.mutateAsync({ projectId, name, description, document: draft.document });
      toast({ title: t('created') });
      void queryClient.invalidateQueries(trpc.labelSchema.pathFilter());
      router.push(path(`/label-schemas/${made.id}`));
    } catch {
      // The mutation keeps the refusal, which is shown above the button.
    }
  };
  return (
    <div className="flex flex-col gap-6 *:first:mb-0">
      <PageHeader
        title={words('titles.new')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${projectId}/label-schemas`) },
          { label: words('titles.new') },
        ])}
      />
      {mayNot('labelSchema.write') ? (
        <Callout title={t('notAllowedTitle')}>{t('notAllowedBody')}</Callout>
      ) : (
        <>
          <UnsavedGuard dirty={!ended && (draft.dirty || name !== '' || description !== '')} />
          <Card title={t('about.title')}>
            <div className="flex flex-col gap-4">
              <Field label={t('about.name')} required hint={t('about.nameHint')}>
                <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
              </Field>
              <Field label={t('about.description')} optional>
                <Textarea
                  rows={2}
                  maxLength={4000}
                  value={description}
                  onChange={(event) => setDescription(event.target.value)}
                />
              </Field>
            </div>
          </Card>
          <SchemaEditor
            projectId={projectId}
            draft={draft}
            savedIds={NO_IDS}
            disabled={create.isPending || ended}
          />
          <RefusalCallout error={create.error} />
          <div className="sticky bottom-3 z-10 flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-raised px-4 py-3 shadow-md">
            <CheckSummary draft={draft} />
            <Button
              variant="primary"
              loading={create.isPending || ended}
              disabled={!draft.readable || name.trim() === ''}
              onClick={() => void save()}
            >
              {t('create')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
