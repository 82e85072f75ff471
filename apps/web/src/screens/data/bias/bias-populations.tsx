'use client';

import {
  Button,
  Card,
  ConfirmDialog,
  Dialog,
  EmptyState,
  Field,
  Input,
  MultiSelect,
  Textarea,
  useToast,
} from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useId, useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import type { Source } from '../../sources/use-source.ts';
import { readPopulation } from './read-population.ts';
import type { BiasAsked } from './use-bias-question.ts';

/** Tables of how large groups are outside the data. */
export function BiasPopulations({
  source,
  asked,
  mayEdit,
}: {
  source: Source;
  asked: BiasAsked;
  mayEdit: boolean;
}) {
  const t = useTranslations('data.bias');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [adding, setAdding] = useState(false);
  const remove = useMutation(
    trpc.population.remove.mutationOptions({
      onSuccess: () => {
        toast({ title: t('popRemoved') });
        return queryClient.invalidateQueries(trpc.population.list.pathFilter());
      },
    }),
  );
  return (
    <Card
      title={t('populations')}
      description={t('populationsBody')}
      flush
      actions={
        mayEdit ? (
          <Button icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            {t('addPopulation')}
          </Button>
        ) : undefined
      }
    >
      {asked.populations.length === 0 ? (
        <EmptyState compact title={t('popNone')} />
      ) : (
        <ul className="divide-y divide-line">
          {asked.populations.map((table) => (
            <li
              key={table.id}
              className="flex flex-wrap items-start justify-between gap-3 px-4 py-3 text-sm sm:px-5"
            >
              <div className="min-w-0">
                <p className="font-medium">{table.name}</p>
                <p className="text-fg-secondary wrap-anywhere">{table.citation}</p>
                <p className="text-fg-muted">
                  {table.columns.join(', ')} · {t('popPreview', { count: table.rows.length })}
                </p>
              </div>
              <div className="flex gap-2">
                <Button size="sm" onClick={() => asked.usePopulation(table)}>
                  {t('popUse')}
                </Button>
                {mayEdit ? (
                  <ConfirmDialog
                    title={t('popRemoveTitle', { name: table.name })}
                    description={t('popRemoveBody')}
                    confirmLabel={t('popRemove')}
                    destructive
                    onConfirm={() =>
                      remove
                        .mutateAsync({ sourceId: source.id, populationId: table.id })
                        .catch((error: unknown) => {
                          throw new Error(refusalOf(error).message);
                        })
                    }
                    trigger={
                      <Button size="sm" variant="danger-quiet" icon={<Trash2 aria-hidden />}>
                        {t('popRemove')}
                      </Button>
                    }
                  />
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      )}
      {adding ? <AddPopulation source={source} asked={asked} onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}

function AddPopulation({
  source,
  asked,
  onClose,
}: {
  source: Source;
  asked: BiasAsked;
  onClose: () => void;
}) {
  const t = useTranslations('data.bias');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const form = useId();
  const [name, setName] = useState('');
  const [citation, setCitation] = useState('');
  const [columns, setColumns] = useState<readonly string[]>(asked.groups);
  const [text, setText] = useState('');
  const { rows, problem } = readPopulation(text, columns.length);
  const add = useMutation(
    trpc.population.add.mutationOptions({
      onSuccess: () => {
        toast({ title: t('popAdded') });
        onClose();
        return queryClient.invalidateQueries(trpc.population.list.pathFilter());
      },
    }),
  );
  const isComplete =
    name.trim() !== '' &&
    citation.trim().length >= 3 &&
    columns.length > 0 &&
    rows.length > 0 &&
    problem === null;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isComplete) add.mutate({ sourceId: source.id, name, citation, columns: [...columns], rows });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('addPopulation')}
      description={t('populationsBody')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={add.isPending} disabled={!isComplete}>
            {t('addPopulation')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-4">
        <Field label={t('popName')} required>
          <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t('popCitation')} hint={t('popCitationHint')} required>
          <Input value={citation} maxLength={2000} onChange={(event) => setCitation(event.target.value)} />
        </Field>
        <Field label={t('popColumns')} required>
          <MultiSelect
            options={asked.groupable.map((column) => ({ value: column.name, label: column.name }))}
            value={columns}
            onChange={(next) => setColumns(next.slice(0, 3))}
          />
        </Field>
        <Field
          label={t('popRows')}
          hint={t('popRowsHint')}
          required
          error={
            problem === null
              ? undefined
              : problem.kind === 'count'
                ? t('popBadLine', { line: problem.line, count: columns.length })
                : t('popBadSize', { line: problem.line, text: problem.text })
          }
        >
          <Textarea
            rows={6}
            className="font-mono text-xs"
            placeholder={t('popExample')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <p role="status" className="text-sm text-fg-muted">
          {t('popPreview', { count: rows.length })}
        </p>
        <RefusalCallout error={add.error} />
      </form>
    </Dialog>
  );
}
