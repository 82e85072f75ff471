'use client';

import { Card, EmptyState, LinkButton } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { ClipboardList } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';

/** What a first batch takes, and the way to whatever of it is missing. */
export function BeginBatches({ projectId }: { projectId: string }) {
  const t = useTranslations('batches.begin');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { may } = useMay(projectId);
  const leads = may('batch.manage');
  const runs = useQuery(trpc.run.list.queryOptions(leads ? { projectId, limit: 200 } : skipToken));
  const schemas = useQuery(trpc.labelSchema.list.queryOptions(leads ? { projectId, limit: 200 } : skipToken));
  const here = path(`/projects/${projectId}`);
  if (!leads) {
    return (
      <Card>
        <EmptyState icon={<ClipboardList />} title={t('title')} description={t('forReaders')} />
      </Card>
    );
  }
  const judged = runs.data?.runs.some(({ status }) => status === 'READY' || status === 'BLOCKED');
  const sound = schemas.data?.labelSchemas.some((schema) => schema.sound);
  const missing = (judged === false ? 1 : 0) + (sound === false ? 1 : 0);
  return (
    <Card>
      <EmptyState
        icon={<ClipboardList />}
        title={t('title')}
        description={
          missing === 2
            ? t('needsBoth')
            : judged === false
              ? t('needsRun')
              : sound === false
                ? t('needsSchema')
                : t('body')
        }
        action={
          <>
            {judged === false ? (
              <LinkButton variant="primary" href={`${here}/runs`}>
                {t('toRuns')}
              </LinkButton>
            ) : null}
            {sound === false ? (
              <LinkButton variant={judged === false ? 'secondary' : 'primary'} href={`${here}/label-schemas`}>
                {t('toSchemas')}
              </LinkButton>
            ) : null}
            {missing === 0 ? (
              <LinkButton variant="primary" href={`${here}/batches/new`}>
                {t('make')}
              </LinkButton>
            ) : null}
          </>
        }
      />
    </Card>
  );
}
