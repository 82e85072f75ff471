'use client';

import { Badge, Callout, PageHeader } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../../sources/use-source.ts';
import type { LabelSchemaView } from '../label-schema-types.ts';
import { MigrationHistoryCard } from './migration-history.tsx';
import { OperationsEditor } from './operations-editor.tsx';

/** Changes a label schema together with what was answered by it: operations, a dry run, and what was migrated before. */
export function MigratePage({ labelSchemaId }: { labelSchemaId: string }) {
  const t = useTranslations('labelSchemas.migrate');
  const trpc = useTRPC();
  const schema = useQuery(trpc.labelSchema.get.queryOptions({ labelSchemaId }));
  return (
    <QueryState query={schema} title={t('title')}>
      {(data) => <Migrate schema={data} />}
    </QueryState>
  );
}

function Migrate({ schema }: { schema: LabelSchemaView }) {
  const t = useTranslations('labelSchemas.migrate');
  const words = useTranslations('labelSchemas');
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project, may, mayNot } = useMay(schema.projectId);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('about')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${schema.projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${schema.projectId}/label-schemas`) },
          { label: schema.name, href: path(`/label-schemas/${schema.id}`) },
          { label: t('title') },
        ])}
        badges={<Badge>{words('version', { number: schema.number })}</Badge>}
      />
      <div className="flex flex-col gap-6">
        {mayNot('labelSchema.write') ? <Callout>{t('readOnly')}</Callout> : null}
        {may('labelSchema.write') ? <OperationsEditor schema={schema} /> : null}
        <MigrationHistoryCard schema={schema} />
      </div>
    </>
  );
}
