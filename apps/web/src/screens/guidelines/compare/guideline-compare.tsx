'use client';

import { Card, EmptyState, SkeletonRows } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { Equal, GitCompareArrows } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useComparedVersions, VersionPair } from '../../versioned/compared-versions.tsx';
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
  const trpc = useTRPC();
  const { versions } = guideline;
  const pair = useComparedVersions(versions);
  const comparison = useQuery(
    trpc.guideline.compare.queryOptions(
      pair === null ? skipToken : { guidelineVersionId: pair.before.id, otherVersionId: pair.after.id },
    ),
  );
  if (pair === null) {
    return (
      <Card>
        <EmptyState icon={<GitCompareArrows aria-hidden />} title={t('one')} description={t('oneBody')} />
      </Card>
    );
  }
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <h2 className="sr-only">{t('title')}</h2>
      <VersionPair area="guidelines" versions={versions} pair={pair} />
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
