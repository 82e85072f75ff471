'use client';

import type { Dialect } from '@assay/contracts';
import { Button, Card, NumberText } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import type { SourceVersion } from '../use-source.ts';
import { ColumnEditor, namesAreUnique } from './column-editor.tsx';
import { DialectForm } from './dialect-form.tsx';
import { DiscardImport } from './discard-import.tsx';
import { ImportNotices } from './import-notices.tsx';
import { editsToSend } from './merge-edits.ts';
import { PreviewTable } from './preview-table.tsx';
import { RejectedRows } from './rejected-rows.tsx';
import { RolesExplained } from './roles-explained.tsx';
import { useColumnEdits } from './use-column-edits.ts';

type Reviewed = SourceVersion & { detected: NonNullable<SourceVersion['detected']> };

/** What was read from the file, for a person to check and correct before anything is imported. */
export function ImportReview({ version, mayEdit }: { version: Reviewed; mayEdit: boolean }) {
  const t = useTranslations('sources.import');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { detected } = version;
  const editing = useColumnEdits(version.id, version.revision, detected.columns);
  const reload = () => queryClient.invalidateQueries(trpc.sourceVersion.get.pathFilter());
  const restage = useMutation(trpc.sourceVersion.restage.mutationOptions({ onSuccess: reload }));
  const commit = useMutation(
    trpc.sourceVersion.commit.mutationOptions({
      onSuccess: async () => {
        editing.reset();
        await reload();
      },
    }),
  );
  const names = namesAreUnique(detected, editing.edits);
  const busy = restage.isPending || commit.isPending || !mayEdit;
  return (
    <div className="flex flex-col gap-6">
      <Card
        title={t('dialectTitle')}
        description={t('dialectBody', {
          rows: detected.rows,
          columns: detected.columns.length,
          file: version.fileName,
        })}
      >
        <DialectForm
          key={version.revision}
          dialect={detected.dialect}
          pending={restage.isPending}
          disabled={busy}
          onReadAgain={(dialect: Dialect) =>
            restage.mutate({ versionId: version.id, revision: version.revision, dialect })
          }
        />
        {restage.error === null ? null : (
          <div className="mt-3">
            <RefusalCallout error={restage.error} onReload={reload} />
          </div>
        )}
      </Card>
      {version.notices.length === 0 ? null : (
        <Card title={t('noticesTitle')}>
          <ImportNotices notices={version.notices} />
        </Card>
      )}
      {detected.rejected.count === 0 ? null : (
        <Card
          flush
          title={t('rejectedTitle')}
          description={t('rejectedBody', { count: detected.rejected.count })}
        >
          <RejectedRows rejected={detected.rejected} />
        </Card>
      )}
      <Card flush title={t('previewTitle')} description={t('previewBody')}>
        <PreviewTable detected={detected} />
      </Card>
      <Card
        flush
        title={
          <>
            {t('columnsTitle')}{' '}
            <span className="font-normal text-fg-muted">
              <NumberText value={detected.columns.length} />
            </span>
          </>
        }
        description={
          <>
            {t('columnsBody')}
            <RolesExplained />
          </>
        }
      >
        <ColumnEditor detected={detected} notices={version.notices} editing={editing} disabled={busy} />
      </Card>
      <RefusalCallout error={commit.error} onReload={reload} />
      {mayEdit ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <DiscardImport version={version} />
          <div className="flex flex-wrap items-center gap-3">
            <p className="text-sm text-fg-muted">{names ? t('importHint') : t('namesFirst')}</p>
            <Button
              variant="primary"
              size="lg"
              iconEnd={<ArrowRight aria-hidden />}
              loading={commit.isPending}
              disabled={!names || restage.isPending}
              onClick={() =>
                commit.mutate({
                  versionId: version.id,
                  revision: version.revision,
                  columns: editsToSend(editing.edits),
                })
              }
            >
              {t('import')}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}
