'use client';

import { Button, Callout, Card } from '@assay/ui';
import { skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { SourceVersion } from '../use-source.ts';
import { DialectForm } from './dialect-form.tsx';
import { plainDialect } from './dialect-words.ts';
import { DiscardImport } from './discard-import.tsx';

/** Why an import failed, what was kept, and what can be done. */
export function ImportFailed({ version, mayEdit }: { version: SourceVersion; mayEdit: boolean }) {
  const t = useTranslations('sources.import');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const reload = () => queryClient.invalidateQueries(trpc.sourceVersion.get.pathFilter());
  const { data: job } = useQuery(
    trpc.job.get.queryOptions(version.jobId === null ? skipToken : { jobId: version.jobId }),
  );
  const restage = useMutation(trpc.sourceVersion.restage.mutationOptions({ onSuccess: reload }));
  const failure = job?.failure ?? null;
  const notice = version.notices.find((each) => each.severity === 'error');
  const dialect = version.detected?.dialect ?? plainDialect(version.fileName);
  return (
    <div className="flex flex-col gap-6">
      <Callout
        tone="bad"
        title={failure?.message ?? notice?.message ?? t('failedTitle')}
        actions={
          mayEdit ? (
            <>
              <Button
                icon={<RotateCcw aria-hidden />}
                loading={restage.isPending}
                onClick={() => restage.mutate({ versionId: version.id, revision: version.revision, dialect })}
              >
                {t('readOnceMore')}
              </Button>
              <DiscardImport version={version} />
            </>
          ) : undefined
        }
      >
        {[failure?.kept ?? t('failedKept'), failure?.next ?? t('failedNext')].join(' ')}
      </Callout>
      <RefusalCallout error={restage.error} onReload={reload} />
      {version.detected === null && mayEdit ? (
        <Card title={t('failedDialectTitle')} description={t('failedDialectBody')}>
          <DialectForm
            key={version.revision}
            dialect={dialect}
            pending={restage.isPending}
            disabled={restage.isPending}
            onReadAgain={(corrected) =>
              restage.mutate({ versionId: version.id, revision: version.revision, dialect: corrected })
            }
          />
        </Card>
      ) : null}
    </div>
  );
}
