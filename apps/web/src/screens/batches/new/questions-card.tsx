'use client';

import { Callout, Card, Combobox, Field, Input, LinkButton, RadioGroup, Select, Textarea } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { BatchFormPart } from './use-batch-words.ts';

/** What people are asked about each row, by which guideline, and how the batch is named. */
export function QuestionsCard({ projectId, draft, set, errorAt }: BatchFormPart) {
  const t = useTranslations('batches.new');
  const words = useTranslations('batches');
  const trpc = useTRPC();
  const { path } = useOrg();
  const schemas = useQuery(trpc.labelSchema.list.queryOptions({ projectId, limit: 200 }));
  const guidelines = useQuery(trpc.guideline.list.queryOptions({ projectId, limit: 200 }));
  const { labelSchemaId } = draft;
  const schema = useQuery(
    trpc.labelSchema.get.queryOptions(labelSchemaId === null ? skipToken : { labelSchemaId }),
  );
  const listed = schemas.data?.labelSchemas ?? [];
  const sound = listed.filter((each) => each.sound);
  const here = path(`/projects/${projectId}`);
  const imports = useQuery(
    trpc.labelImport.list.queryOptions(
      draft.runId === null
        ? skipToken
        : { projectId, runId: draft.runId, use: 'prelabels', status: 'DONE', limit: 200 },
    ),
  );
  const fitting = imports.data?.imports ?? [];
  /** An import answers the questions of one label schema: choosing it chooses them. */
  const withPrelabels = (importId: string): Parameters<typeof set>[0] => {
    const found = fitting.find((each) => each.id === importId);
    if (found === undefined) return { prelabelImportId: '' };
    const asked = sound.find((each) => each.id === found.labelSchema?.id);
    return {
      prelabelImportId: found.id,
      labelSchemaId: asked?.id ?? labelSchemaId,
      labelSchemaVersionId: asked?.versionId ?? draft.labelSchemaVersionId,
    };
  };
  return (
    <Card title={t('questionsTitle')}>
      <div className="flex flex-col gap-5">
        <Field label={t('kind')}>
          <RadioGroup
            cards
            value={draft.kind}
            onChange={(value) => set({ kind: value === 'verify' ? 'verify' : 'label' })}
            options={[
              { value: 'label', label: words('kinds.label'), hint: words('kindHints.label') },
              { value: 'verify', label: words('kinds.verify'), hint: words('kindHints.verify') },
            ]}
          />
        </Field>
        {fitting.length === 0 ? null : (
          <Field
            label={t('prelabels')}
            id="prelabelImportId"
            hint={t('prelabelsHint')}
            error={errorAt('prelabelImportId')}
          >
            <Select
              value={fitting.some((each) => each.id === draft.prelabelImportId) ? draft.prelabelImportId : ''}
              onChange={(event) => set(withPrelabels(event.target.value))}
              options={[
                { value: '', label: t('noPrelabels') },
                ...fitting.map((each) => ({
                  value: each.id,
                  label: t('prelabelsOf', { number: each.number, file: each.fileName, rows: each.good ?? 0 }),
                })),
              ]}
            />
          </Field>
        )}
        {schemas.data !== undefined && sound.length === 0 ? (
          <Callout
            tone="warn"
            actions={
              <LinkButton size="sm" href={`${here}/label-schemas`}>
                {t('toSchemas')}
              </LinkButton>
            }
          >
            {t('noSchema')}
          </Callout>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_10rem]">
          <Field
            label={t('schema')}
            id="labelSchemaVersionId"
            required
            error={errorAt('labelSchemaVersionId')}
            hint={t('schemaHint')}
          >
            <Combobox
              value={labelSchemaId ?? undefined}
              options={sound.map((each) => ({
                value: each.id,
                label: each.name,
                hint: t('schemaSays', { questions: each.questions.length, labels: each.labels }),
              }))}
              onChange={(id) =>
                set({
                  labelSchemaId: id,
                  labelSchemaVersionId: sound.find((each) => each.id === id)?.versionId ?? null,
                })
              }
            />
          </Field>
          <Field label={t('schemaVersion')}>
            <Select
              value={draft.labelSchemaVersionId ?? ''}
              disabled={schema.data === undefined}
              onChange={(event) => set({ labelSchemaVersionId: event.target.value })}
              options={(schema.data?.versions ?? []).map((version) => ({
                value: version.id,
                label: t('version', { number: version.number }),
              }))}
            />
          </Field>
        </div>
        <Field label={t('guideline')} hint={t('guidelineHint')}>
          <Select
            value={draft.guidelineId}
            onChange={(event) => set({ guidelineId: event.target.value })}
            options={[
              { value: '', label: t('noGuideline') },
              ...(guidelines.data?.guidelines ?? []).map((each) => ({
                value: each.id,
                label: t('guidelineVersion', { name: each.name, number: each.number }),
              })),
            ]}
          />
        </Field>
        <Field label={t('name')} id="name" required error={errorAt('name')}>
          <Input value={draft.name} maxLength={120} onChange={(event) => set({ name: event.target.value })} />
        </Field>
        <Field label={t('description')} optional hint={t('descriptionHint')}>
          <Textarea
            rows={2}
            maxLength={4000}
            value={draft.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        </Field>
      </div>
    </Card>
  );
}
