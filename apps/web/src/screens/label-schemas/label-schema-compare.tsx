'use client';

import { Card, EmptyState, PageHeader, SkeletonRows } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { useComparedVersions, VersionPair } from '../versioned/compared-versions.tsx';
import { DifferenceTable } from './difference-table.tsx';
import type { LabelSchemaView } from './label-schema-types.ts';

/** Two versions side by side: only what they say differently. */
export function LabelSchemaCompare({ labelSchemaId }: { labelSchemaId: string }) {
  const t = useTranslations('labelSchemas');
  const trpc = useTRPC();
  const schema = useQuery(trpc.labelSchema.get.queryOptions({ labelSchemaId }));
  return (
    <QueryState query={schema} title={t('titles.compare')}>
      {(data) => <Compare schema={data} />}
    </QueryState>
  );
}

function Compare({ schema }: { schema: LabelSchemaView }) {
  const t = useTranslations('labelSchemas.compare');
  const words = useTranslations('labelSchemas');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project } = useMay(schema.projectId);
  const pair = useComparedVersions(schema.versions);
  const comparison = useQuery(
    trpc.labelSchema.compare.queryOptions(
      pair === null ? skipToken : { labelSchemaVersionId: pair.before.id, otherVersionId: pair.after.id },
    ),
  );
  return (
    <>
      <PageHeader
        title={words('titles.compare')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${schema.projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${schema.projectId}/label-schemas`) },
          { label: schema.name, href: path(`/label-schemas/${schema.id}`) },
          { label: words('titles.compare') },
        ])}
      />
      {pair === null ? (
        <Card>
          <EmptyState icon={<GitCompareArrows aria-hidden />} title={t('one')} description={t('oneBody')} />
        </Card>
      ) : (
        <div className="flex flex-col gap-4">
          <VersionPair area="labelSchemas" versions={schema.versions} pair={pair} />
          <Card flush>
            <QueryState query={comparison} loading={<SkeletonRows />}>
              {({ differences }) => <DifferenceTable differences={differences} />}
            </QueryState>
          </Card>
        </div>
      )}
    </>
  );
}
