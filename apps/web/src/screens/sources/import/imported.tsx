'use client';

import { Card, EmptyState, LinkButton } from '@assay/ui';
import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { SourceVersion } from '../use-source.ts';
import { ImportNotices } from './import-notices.tsx';

/** The import has ended: what came of it and what to do next. */
export function Imported({ version }: { version: SourceVersion }) {
  const t = useTranslations('sources.import');
  const trpc = useTRPC();
  const { path } = useOrg();
  const findings = useQuery(trpc.sourceVersion.findings.queryOptions({ versionId: version.id }));
  const open = findings.data?.filter((finding) => finding.status === 'OPEN').length ?? 0;
  const here = path(`/sources/${version.sourceId}`);
  return (
    <div className="flex flex-col gap-6">
      <Card>
        <EmptyState
          icon={<CircleCheck />}
          title={t('importedTitle', { rows: version.rows ?? 0 })}
          description={
            findings.data === undefined
              ? undefined
              : `${t('importedFindings', { count: open })} ${version.hasDrift ? t('importedDrift') : ''}`
          }
          action={
            <>
              <LinkButton variant="primary" href={here}>
                {t('openSource')}
              </LinkButton>
              {open === 0 ? null : <LinkButton href={`${here}/findings`}>{t('decideFindings')}</LinkButton>}
              {version.hasDrift ? <LinkButton href={`${here}/versions`}>{t('seeDrift')}</LinkButton> : null}
            </>
          }
        />
      </Card>
      {version.notices.length === 0 ? null : (
        <Card title={t('noticesTitle')}>
          <ImportNotices notices={version.notices} />
        </Card>
      )}
    </div>
  );
}
