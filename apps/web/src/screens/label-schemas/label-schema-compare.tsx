'use client';

import { Button, Card, EmptyState, Field, PageHeader, Select, SkeletonRows } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { ArrowLeftRight, GitCompareArrows } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
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
  const { params, replace } = useUrlParams();
  const known = (id: string | null) => schema.versions.find((version) => version.id === id);
  const after = known(params.get('after')) ?? schema.versions[0];
  const before =
    known(params.get('before')) ??
    schema.versions.find((version) => version.number === (after?.number ?? 0) - 1) ??
    schema.versions.at(-1);
  const alone = schema.versions.length < 2 || before === undefined || after === undefined;
  const comparison = useQuery(
    trpc.labelSchema.compare.queryOptions(
      alone ? skipToken : { labelSchemaVersionId: before.id, otherVersionId: after.id },
    ),
  );
  const options = schema.versions.map((version) => ({
    value: version.id,
    label: [words('version', { number: version.number }), version.note].filter(Boolean).join(': '),
  }));
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
      {alone ? (
        <Card>
          <EmptyState icon={<GitCompareArrows aria-hidden />} title={t('one')} description={t('oneBody')} />
        </Card>
      ) : (
        <div className="flex flex-col gap-4">
          <div className="flex flex-wrap items-end gap-3">
            <Field label={t('before')} className="min-w-0 flex-1 basis-60">
              <Select
                value={before.id}
                onChange={(event) => replace({ before: event.target.value, after: after.id })}
                options={options}
              />
            </Field>
            <Field label={t('after')} className="min-w-0 flex-1 basis-60">
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
