'use client';

import { LABEL_IMPORT_MAX_BYTES, type LabelImportUse, labelImportUse } from '@assay/contracts';
import { Card, Field, Input, PageHeader, RadioGroup, Select } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useState } from 'react';
import { NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { FileCard } from '../sources/upload/file-card.tsx';
import { SubmitRow } from '../sources/upload/submit-row.tsx';
import { useUpload } from '../sources/upload/use-upload.ts';
import { useMay } from '../sources/use-source.ts';

const ACCEPTED = '.csv,.tsv,.tab,.txt,.jsonl,.ndjson,.json,.xml,.zip';
/** Runs whose rows can be labelled. */
const WITH_ROWS: ReadonlySet<string> = new Set(['GENERATED', 'VALIDATING', 'READY', 'BLOCKED']);

/** Brings a file of labels: what they become, of which rows, under which questions. */
export function NewImportScreen({ projectId }: { projectId: string }) {
  const t = useTranslations('labelImports.new');
  const words = useTranslations('labelImports');
  const list = useTranslations('labelImports.list');
  const trpc = useTRPC();
  const router = useRouter();
  const crumbs = useCrumbs();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { params } = useUrlParams();
  const { project, mayNot } = useMay(projectId);
  const file = useUpload(projectId);
  const [use, setUse] = useState<LabelImportUse>(
    labelImportUse.safeParse(params.get('use')).data ?? 'prelabels',
  );
  const [chosenRun, setRun] = useState(params.get('run') ?? '');
  const [chosenSchema, setSchema] = useState('');
  const [source, setSource] = useState('');
  const runs = useQuery(trpc.run.list.queryOptions({ projectId, limit: 200 }));
  const schemas = useQuery(trpc.labelSchema.list.queryOptions({ projectId, limit: 200 }));
  const create = useMutation(trpc.labelImport.create.mutationOptions());
  const withRows = (runs.data?.runs ?? []).filter(({ status }) => WITH_ROWS.has(status));
  const sound = (schemas.data?.labelSchemas ?? []).filter((each) => each.sound);
  const runId = chosenRun === '' && withRows.length === 1 ? (withRows[0]?.id ?? '') : chosenRun;
  const schema =
    sound.find((each) => each.id === chosenSchema) ?? (sound.length === 1 ? sound[0] : undefined);
  const { phase, uploadId } = file.state;
  const ready = phase === 'complete' && runId !== '' && schema !== undefined;
  const busy = create.isPending || create.isSuccess;

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!ready || uploadId === null || busy) return;
    try {
      const { importId } = await create.mutateAsync({
        projectId,
        use,
        runId,
        labelSchemaVersionId: schema.versionId,
        uploadId,
        source: source.trim(),
      });
      void queryClient.invalidateQueries(trpc.labelImport.pathFilter());
      router.push(path(`/label-imports/${importId}`));
    } catch {
      // The mutation keeps the refusal, which is shown above the button.
    }
  };
  return (
    <div className="flex max-w-3xl flex-col gap-6 *:first:mb-0">
      <PageHeader
        title={words('titles.new')}
        description={t('about')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${projectId}/label-imports`) },
          { label: words('titles.new') },
        ])}
      />
      {mayNot('label.import') ? (
        <NotAllowedCard title={list('notAllowedTitle')} body={list('notAllowedBody')} />
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-6">
          <Card title={t('use')}>
            <RadioGroup
              cards
              aria-label={t('use')}
              value={use}
              onChange={(value) => setUse(labelImportUse.parse(value))}
              options={labelImportUse.options.map((value) => ({
                value,
                label: words(`uses.${value}`),
                hint: words(`useHints.${value}`),
              }))}
            />
          </Card>
          <FileCard
            upload={file}
            title={t('fileTitle')}
            hint={t('fileHint')}
            accept={ACCEPTED}
            most={{ bytes: LABEL_IMPORT_MAX_BYTES, tooLarge: t('tooLarge') }}
          />
          <Card title={t('what')}>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field label={t('run')} hint={t('runHint')} required>
                <Select
                  placeholder={t('pick')}
                  value={runId}
                  disabled={busy}
                  onChange={(event) => setRun(event.target.value)}
                  options={withRows.map((run) => ({ value: run.id, label: `${run.number}: ${run.name}` }))}
                />
              </Field>
              <Field label={t('schema')} hint={t('schemaHint')} required>
                <Select
                  placeholder={t('pick')}
                  value={schema?.id ?? ''}
                  disabled={busy}
                  onChange={(event) => setSchema(event.target.value)}
                  options={sound.map((each) => ({ value: each.id, label: each.name }))}
                />
              </Field>
              <Field label={t('source')} hint={t('sourceHint')} optional className="sm:col-span-2">
                <Input
                  value={source}
                  maxLength={120}
                  disabled={busy}
                  onChange={(event) => setSource(event.target.value)}
                />
              </Field>
            </div>
          </Card>
          <RefusalCallout error={create.error} />
          <SubmitRow
            label={t('go')}
            waitsFor={
              ready ? null : phase === 'none' || phase === 'complete' ? t('chooseFirst') : t('waitForFile')
            }
            ready={ready}
            busy={busy}
          />
        </form>
      )}
    </div>
  );
}
