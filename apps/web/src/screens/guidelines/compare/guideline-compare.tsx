'use client';

import { Button, Card, EmptyState, Field, Select, SkeletonRows } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { ArrowLeftRight, Equal, GitCompareArrows } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QueryState } from '~/shell/page-states.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { GuidelineFrame } from '../guideline-frame.tsx';
import type { GuidelineChanges, GuidelineView } from '../guideline-types.ts';
import { ListChanges } from './list-changes.tsx';
import { SectionChanges } from './section-changes.tsx';

/** Two versions of a guideline: only what they say differently. */
export function GuidelineCompare({ guidelineId }: { guidelineId: string }) {
  return (
    <GuidelineFrame guidelineId={guidelineId}>
      {(guideline) => <Compare guideline={guideline} />}
    </GuidelineFrame>
  );
}

function Compare({ guideline }: { guideline: GuidelineView }) {
  const t = useTranslations('guidelines.compare');
  const words = useTranslations('guidelines');
  const trpc = useTRPC();
  const { params, replace } = useUrlParams();
  const { versions } = guideline;
  const known = (id: string | null) => versions.find((version) => version.id === id);
  const after = known(params.get('after')) ?? versions[0];
  const before =
    known(params.get('before')) ??
    versions.find((version) => version.number === (after?.number ?? 0) - 1) ??
    versions.at(-1);
  const alone = versions.length < 2 || before === undefined || after === undefined;
  const comparison = useQuery(
    trpc.guideline.compare.queryOptions(
      alone ? skipToken : { guidelineVersionId: before.id, otherVersionId: after.id },
    ),
  );
  if (alone) {
    return (
      <Card>
        <EmptyState icon={<GitCompareArrows aria-hidden />} title={t('one')} description={t('oneBody')} />
      </Card>
    );
  }
  const options = versions.map((version) => ({
    value: version.id,
    label: [words('version', { number: version.number }), version.note].filter(Boolean).join(': '),
  }));
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <h2 className="sr-only">{t('title')}</h2>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('before')} className="min-w-0 flex-1 basis-52">
          <Select
            value={before.id}
            onChange={(event) => replace({ before: event.target.value, after: after.id })}
            options={options}
          />
        </Field>
        <Field label={t('after')} className="min-w-0 flex-1 basis-52">
          <Select
            value={after.id}
            onChange={(event) => replace({ before: before.id, after: event.target.value })}
            options={options}
          />
        </Field>
        <Button
          icon={<ArrowLeftRight aria-hidden />}
          onClick={() => replace({ before: after.id, after: before.id })}
        >
          {t('swap')}
        </Button>
      </div>
      <QueryState
        query={comparison}
        loading={
          <Card>
            <SkeletonRows />
          </Card>
        }
      >
        {({ changes }) => <Changes changes={changes} />}
      </QueryState>
    </div>
  );
}

function Changes({ changes }: { changes: GuidelineChanges }) {
  const t = useTranslations('guidelines.compare');
  const { sections, glossary, examples, checklist, rules } = changes;
  if ([sections, glossary, examples, checklist, rules].every((list) => list.length === 0)) {
    return (
      <Card>
        <EmptyState icon={<Equal aria-hidden />} title={t('same')} />
      </Card>
    );
  }
  return (
    <>
      <SectionChanges sections={sections} />
      <ListChanges changes={changes} />
    </>
  );
}
