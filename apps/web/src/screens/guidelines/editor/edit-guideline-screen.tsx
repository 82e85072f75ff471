'use client';

import { Callout, PageHeader, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { UnsavedGuard } from '../../sources/unsaved-guard.tsx';
import { useMay } from '../../sources/use-source.ts';
import { documentOf, draftOf } from '../draft.ts';
import type { GuidelineView } from '../guideline-types.ts';
import { DraftProblems, GuidelineForm } from './guideline-form.tsx';
import { SaveBar } from './save-bar.tsx';
import { useQuestionInHand } from './use-question-in-hand.ts';
import { useSampleColumns } from './use-sample-columns.ts';

/** Changes a guideline: what is saved is its next version. */
export function EditGuidelineScreen({ guidelineId }: { guidelineId: string }) {
  const t = useTranslations('guidelines');
  const trpc = useTRPC();
  const guideline = useQuery(trpc.guideline.get.queryOptions({ guidelineId }));
  return (
    <QueryState query={guideline} title={t('titles.edit')}>
      {(data) => <Editor guideline={data} />}
    </QueryState>
  );
}

function Editor({ guideline }: { guideline: GuidelineView }) {
  const t = useTranslations('guidelines.editor');
  const words = useTranslations('guidelines');
  const trpc = useTRPC();
  const router = useRouter();
  const crumbs = useCrumbs();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { toast } = useToast();
  const { project, may, mayNot } = useMay(guideline.projectId);
  // What is typed stands on the version that it began with: a newer one never slips under it.
  const [base, setBase] = useState(guideline);
  const [saved, setSaved] = useState(() => draftOf(guideline.document));
  const [draft, setDraft] = useState(saved);
  const [tried, setTried] = useState(false);
  const dirty = draft !== saved && JSON.stringify(draft) !== JSON.stringify(saved);
  if (base.versionId !== guideline.versionId && !dirty) adopt(guideline);
  const sample = useSampleColumns(guideline.projectId, may('source.read'));
  const { document, problems } = documentOf(draft, sample.columns);
  const question = useQuestionInHand(guideline.id);
  const save = useMutation(trpc.guideline.save.mutationOptions());
  function adopt(next: GuidelineView) {
    const fresh = draftOf(next.document);
    setBase(next);
    setSaved(fresh);
    setDraft(fresh);
    setTried(false);
  }
  const here = path(`/guidelines/${guideline.id}`);
  const onSave = async (note: string) => {
    setTried(true);
    if (document === null) return;
    try {
      const { number } = await save.mutateAsync({
        guidelineId: guideline.id,
        revision: base.versionId === guideline.versionId ? guideline.revision : base.revision,
        document,
        note,
        resolves: question === null ? [] : [question.id],
      });
      setSaved(draft);
      toast({ title: t('saved', { number }) });
      await queryClient.invalidateQueries(trpc.guideline.pathFilter());
      router.push(here);
    } catch {
      // The mutation keeps the refusal, which is shown above the bar.
    }
  };
  const told = tried ? problems : [];
  return (
    <div className="flex max-w-4xl flex-col gap-6 *:first:mb-0">
      <PageHeader
        title={t('title', { name: guideline.name })}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${guideline.projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${guideline.projectId}/guidelines`) },
          { label: guideline.name, href: here },
          { label: words('titles.edit') },
        ])}
      />
      <UnsavedGuard dirty={dirty && !save.isSuccess} />
      {mayNot('guideline.write') ? <Callout>{t('readOnly')}</Callout> : null}
      {question === null ? null : (
        <Callout title={t('answers', { question: question.text })}>
          <span className="whitespace-pre-line">{question.answer}</span>
        </Callout>
      )}
      <GuidelineForm
        draft={draft}
        problems={told}
        sample={sample}
        disabled={mayNot('guideline.write') || save.isPending}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
      <DraftProblems problems={told} />
      <RefusalCallout
        error={save.error}
        onReload={() =>
          void queryClient
            .refetchQueries(trpc.guideline.get.queryFilter({ guidelineId: guideline.id }))
            .then(() => {
              save.reset();
              setDraft(saved);
            })
        }
      />
      {may('guideline.write') ? (
        <SaveBar
          number={guideline.number}
          dirty={dirty}
          busy={save.isPending || save.isSuccess}
          onSave={onSave}
          onDiscard={() => {
            save.reset();
            setTried(false);
            setDraft(saved);
          }}
        />
      ) : null}
    </div>
  );
}
