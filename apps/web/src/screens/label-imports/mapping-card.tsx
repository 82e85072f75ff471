'use client';

import { Button, Callout, Card, Field, Input, Select, useToast } from '@assay/ui';
import { skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { ImportView } from './import-types.ts';
import { draftOfMapping, type MappingDraft, mappingOfDraft } from './mapping-draft.ts';

type Found = NonNullable<ImportView['found']>;

/** What the columns of a CSV file were taken for, to be corrected; and who said what nobody is named for. */
export function MappingCard({ view, found }: { view: ImportView; found: Found }) {
  const t = useTranslations('labelImports.mapping');
  const one = useTranslations('labelImports.one');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [draft, setDraft] = useState<MappingDraft>(draftOfMapping(found.mapping));
  const [source, setSource] = useState(view.source);
  const remap = useMutation(trpc.labelImport.remap.mutationOptions());
  const isCsv = found.format === 'csv';
  const mapping = isCsv ? mappingOfDraft(draft) : null;
  const set = (part: Partial<MappingDraft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = async () => {
    try {
      await remap.mutateAsync({ importId: view.id, mapping, source: source.trim() });
      toast({ title: t('going') });
    } catch {
      // The mutation keeps the refusal, which is shown above the button.
    }
    await queryClient.invalidateQueries(trpc.labelImport.pathFilter());
  };
  return (
    <Card title={t('title')} description={isCsv ? t('about') : undefined}>
      <div className="flex flex-col gap-4">
        {isCsv && found.mapping === null ? (
          <Callout tone="warn" title={one('unmapped')}>
            {one('unmappedBody')}
          </Callout>
        ) : null}
        {isCsv ? <MappingFields view={view} found={found} draft={draft} set={set} /> : null}
        <Field label={t('sourceText')} optional>
          <Input value={source} maxLength={120} onChange={(event) => setSource(event.target.value)} />
        </Field>
        <RefusalCallout error={remap.error} />
        <div className="flex flex-wrap items-center justify-end gap-3">
          <p role="status" className="min-w-0 flex-1 basis-60 text-sm text-fg-secondary">
            {isCsv && mapping === null ? t('incomplete') : null}
          </p>
          <Button
            loading={remap.isPending}
            disabled={isCsv && mapping === null}
            onClick={() => void submit()}
          >
            {t('go')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

type Fields = {
  view: ImportView;
  found: Found;
  draft: MappingDraft;
  set: (part: Partial<MappingDraft>) => void;
};

function MappingFields({ view, found, draft, set }: Fields) {
  const t = useTranslations('labelImports.mapping');
  const trpc = useTRPC();
  const run = useQuery(trpc.run.get.queryOptions({ runId: view.runId }));
  const schemaId = view.labelSchema?.id;
  const version = useQuery(
    trpc.labelSchema.version.queryOptions(
      schemaId === undefined ? skipToken : { labelSchemaVersionId: view.labelSchemaVersionId },
    ),
  );
  const columns = found.columns.map((column, at) => {
    const samples = (found.samples[at] ?? []).join(', ');
    return { value: column, label: samples === '' ? column : t('option', { column, samples }) };
  });
  const optional = [{ value: '', label: t('none') }, ...columns];
  const questions = version.data?.document.questions ?? [];
  const pick = (name: 'source' | 'confidence' | 'at' | 'comment') => (
    <Field label={t(name)} optional>
      <Select
        value={draft[name]}
        onChange={(event) => set({ [name]: event.target.value })}
        options={optional}
      />
    </Field>
  );
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('row')}>
        <Select
          value={draft.by}
          onChange={(event) => set({ by: event.target.value as MappingDraft['by'] })}
          options={[
            { value: 'identifier', label: t('byIdentifier') },
            { value: 'row', label: t('byRow') },
            { value: 'key', label: t('byKey') },
          ]}
        />
      </Field>
      {draft.by === 'identifier' ? (
        draft.identifiers.map((each, at) => (
          <div key={at === 0 ? 'first' : each.of} className="grid gap-4 sm:col-span-2 sm:grid-cols-2">
            <Field label={t('rowColumn')} required>
              <Select
                value={each.column}
                onChange={(event) => set({ identifiers: changed(draft, at, { column: event.target.value }) })}
                options={optional}
              />
            </Field>
            <Field label={t('of')} required>
              <Select
                value={each.of}
                disabled={run.data === undefined}
                onChange={(event) => set({ identifiers: changed(draft, at, { of: event.target.value }) })}
                options={[
                  { value: '', label: t('none') },
                  ...(run.data?.columns ?? []).map(({ name }) => ({ value: name, label: name })),
                ]}
              />
            </Field>
          </div>
        ))
      ) : (
        <Field label={t('rowColumn')} required>
          <Select
            value={draft.rowColumn}
            onChange={(event) => set({ rowColumn: event.target.value })}
            options={optional}
          />
        </Field>
      )}
      {questions.map((question) =>
        question.kind === 'cells' ? (
          <p key={question.id} className="text-sm text-fg-muted sm:col-span-2">
            {t('cells', { name: question.name })}
          </p>
        ) : (
          <Field key={question.id} label={t('question', { name: question.name })}>
            <Select
              value={draft.answers[question.id] ?? ''}
              onChange={(event) => set({ answers: { ...draft.answers, [question.id]: event.target.value } })}
              options={optional}
            />
          </Field>
        ),
      )}
      {pick('source')}
      {view.use === 'prelabels' ? pick('confidence') : null}
      {view.use === 'labels' ? pick('at') : null}
      {pick('comment')}
    </div>
  );
}

function changed(
  { identifiers }: MappingDraft,
  at: number,
  part: Partial<MappingDraft['identifiers'][number]>,
): MappingDraft['identifiers'] {
  return identifiers.map((each, i) => (i === at ? { ...each, ...part } : each));
}
