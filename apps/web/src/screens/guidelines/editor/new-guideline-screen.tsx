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
import { UnsavedGuard } from '../../sources/unsaved-guard.tsx';
import { useMay } from '../../sources/use-source.ts';
import { documentOf, emptyDraft } from '../draft.ts';
import { DraftProblems, GuidelineForm } from './guideline-form.tsx';
import { useSampleColumns } from './use-sample-columns.ts';

/** Writes the first version of a guideline. */
export function NewGuidelineScreen({ projectId }: { projectId: string }) {
  const t = useTranslations('guidelines.editor');
  const words = useTranslations('guidelines');
  const trpc = useTRPC();
  const router = useRouter();
  const crumbs = useCrumbs();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { toast } = useToast();
  const { project, may, mayNot } = useMay(projectId);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [draft, setDraft] = useState(emptyDraft);
  const [touched, setTouched] = useState(false);
  const [tried, setTried] = useState(false);
  const sample = useSampleColumns(projectId, may('source.read'));
  const { document, problems } = documentOf(draft, sample.columns);
  const create = useMutation(trpc.guideline.create.mutationOptions());
  const nameMissing = name.trim() === '';
  const save = async () => {
    setTried(true);
    if (document === null || nameMissing) return;
    try {
      const made = await create.mutateAsync({ projectId, name, description, document });
      toast({ title: t('created') });
      void queryClient.invalidateQueries(trpc.guideline.pathFilter());
      router.push(path(`/guidelines/${made.id}`));
    } catch {
      // The mutation keeps the refusal, which is shown above the button.
    }
  };
  const told = tried ? problems : [];
  return (
    <div className="flex max-w-4xl flex-col gap-6 *:first:mb-0">
      <PageHeader
        title={words('titles.new')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${projectId}/guidelines`) },
          { label: words('titles.new') },
        ])}
      />
      <UnsavedGuard dirty={touched && !create.isSuccess} />
      {mayNot('guideline.write') ? <Callout>{t('readOnly')}</Callout> : null}
      <Card>
        <div className="flex flex-col gap-4">
          <Field
            label={t('name')}
            id="name"
            required
            error={tried && nameMissing ? t('problems.empty') : undefined}
          >
            <Input
              value={name}
              maxLength={120}
              onChange={(event) => {
                setName(event.target.value);
                setTouched(true);
              }}
            />
          </Field>
          <Field label={t('description')} optional hint={t('descriptionHint')}>
            <Textarea
              rows={2}
              maxLength={4000}
              value={description}
              onChange={(event) => setDescription(event.target.value)}
            />
          </Field>
        </div>
      </Card>
      <GuidelineForm
        draft={draft}
        problems={told}
        sample={sample}
        disabled={mayNot('guideline.write') || create.isPending}
        onChange={(part) => {
          setDraft({ ...draft, ...part });
          setTouched(true);
        }}
      />
      <DraftProblems
        problems={tried && nameMissing ? [{ field: 'name', code: 'name', detail: '' }, ...told] : told}
      />
      <RefusalCallout error={create.error} />
      <div>
        <Button
          variant="primary"
          loading={create.isPending}
          disabled={mayNot('guideline.write') || create.isSuccess}
          onClick={() => void save()}
        >
          {t('create')}
        </Button>
      </div>
    </div>
  );
}
