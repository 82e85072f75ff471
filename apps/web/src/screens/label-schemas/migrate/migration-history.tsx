'use client';

import {
  Badge,
  Button,
  Card,
  ConfirmDialog,
  DataTable,
  DateTime,
  EmptyState,
  SkeletonRows,
  type TableColumn,
  TextLink,
  useToast,
} from '@assay/ui';
import { useQueryClient } from '@tanstack/react-query';
import { History, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { refusalOf, useTRPC, useTRPCClient } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../../sources/use-source.ts';
import type { LabelSchemaView, MigrationHistory } from '../label-schema-types.ts';
import { useOperationWords } from './operation-words.ts';

type Migration = MigrationHistory['migrations'][number];

/** What was migrated, by whom, and which of it can be undone. */
export function MigrationHistoryCard({ schema }: { schema: LabelSchemaView }) {
  const t = useTranslations('labelSchemas.migrate.history');
  const trpc = useTRPC();
  const history = useQuery(trpc.labelSchema.migrations.queryOptions({ labelSchemaId: schema.id }));
  return (
    <Card flush title={t('title')} description={t('about')}>
      <QueryState query={history} loading={<SkeletonRows />}>
        {(data) => <Migrations schema={schema} history={data} />}
      </QueryState>
    </Card>
  );
}

function Migrations({ schema, history }: { schema: LabelSchemaView; history: MigrationHistory }) {
  const t = useTranslations('labelSchemas.migrate.history');
  const common = useTranslations('common');
  const { path } = useOrg();
  const { may } = useMay(schema.projectId);
  const inWords = useOperationWords();
  const [undoing, setUndoing] = useState<Migration | null>(null);
  const { migrations, revision } = history;
  const undone = (each: Migration) => migrations.find(({ id }) => id === each.undoes);
  const columns: TableColumn<Migration>[] = [
    {
      id: 'what',
      header: t('what'),
      rowHeader: true,
      cell: (each) => (
        <span className="flex flex-col gap-1 max-sm:items-end">
          {each.undoes === null ? (
            each.operations.map((words, at) => (
              <span key={at} className="wrap-anywhere">
                {inWords(words)}
              </span>
            ))
          ) : (
            <span>{t('undid', { number: undone(each)?.toNumber ?? each.fromNumber })}</span>
          )}
          {each.note === '' ? null : (
            <span className="text-xs font-normal text-fg-muted wrap-anywhere">{each.note}</span>
          )}
        </span>
      ),
    },
    {
      id: 'versions',
      header: t('versions'),
      cell: (each) => (
        <span className="flex flex-wrap items-center gap-2 max-sm:justify-end">
          <TextLink
            href={path(
              `/label-schemas/${schema.id}/compare?before=${each.fromVersionId}&after=${each.toVersionId}`,
            )}
          >
            {t('fromTo', { from: each.fromNumber, to: each.toNumber })}
          </TextLink>
          {each.undone ? <Badge>{t('undone')}</Badge> : null}
        </span>
      ),
    },
    { id: 'batches', header: t('batches'), cell: ({ batches }) => t('batchesMoved', { count: batches }) },
    { id: 'by', header: t('by'), cell: ({ createdBy }) => createdBy.name ?? common('unknownPerson') },
    { id: 'at', header: t('at'), cell: ({ createdAt }) => <DateTime at={createdAt} /> },
    {
      id: 'actions',
      header: common('actions'),
      cell: (each) =>
        each.undoable && may('labelSchema.write') ? (
          <Button size="sm" icon={<Undo2 aria-hidden />} onClick={() => setUndoing(each)}>
            {t('undo')}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={migrations}
        rowKey={({ id }) => id}
        narrow="cards"
        dense
        empty={
          <EmptyState compact icon={<History aria-hidden />} title={t('none')} description={t('noneBody')} />
        }
      />
      {undoing === null ? null : (
        <UndoDialog
          schema={schema}
          migration={undoing}
          revision={revision}
          onClose={() => setUndoing(null)}
        />
      )}
    </>
  );
}

function UndoDialog({
  schema,
  migration,
  revision,
  onClose,
}: {
  schema: LabelSchemaView;
  migration: Migration;
  revision: number;
  onClose: () => void;
}) {
  const t = useTranslations('labelSchemas.migrate.history');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  return (
    <ConfirmDialog
      open
      title={t('undoTitle', { number: migration.toNumber })}
      description={t('undoBody')}
      confirmLabel={t('undo')}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      onConfirm={async () => {
        const asked = { labelSchemaId: schema.id, migrationId: migration.id, revision };
        const { number } = await client.labelSchema.undoMigration.mutate(asked).catch((error: unknown) => {
          const { message, next } = refusalOf(error);
          throw new Error([message, next].filter((text) => text !== null).join(' '));
        });
        toast({ title: t('undoneToast', { number }) });
        await queryClient.invalidateQueries(trpc.labelSchema.pathFilter());
      }}
    />
  );
}
