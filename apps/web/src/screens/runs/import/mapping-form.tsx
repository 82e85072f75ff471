'use client';

import type { MappingOffer } from '@assay/contracts';
import { Button, Callout, Card, DataTable, Select, type TableColumn, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useAllColumns } from '../../data/use-all-columns.ts';
import type { RunView } from '../use-run.ts';

type Line = MappingOffer['offered'][number];

/** What a refused file lacks, has too much or types otherwise, and the mapping that may mend it. */
export function MappingForm({ run, offer }: { run: RunView; offer: MappingOffer }) {
  const t = useTranslations('runs.mapping');
  const data = useTranslations('data');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [lines, setLines] = useState<readonly Line[]>(offer.offered);
  const columns = useAllColumns(run.sourceVersionId);
  const remap = useMutation(trpc.run.remap.mutationOptions());
  const names = (columns.data ?? []).map((column) => column.name);
  const taken = lines.flatMap(({ to }) => (to === null ? [] : [to]));
  const twice = taken.find((name, at) => taken.indexOf(name) !== at);
  const open = names.filter((name) => !taken.includes(name));
  const typeName = (type: string) =>
    data.has(`types.${type}` as never) ? data(`types.${type}` as never) : type;
  const table: TableColumn<Line>[] = [
    { id: 'from', header: t('from'), rowHeader: true, cell: ({ from }) => from },
    {
      id: 'to',
      header: t('to'),
      cell: ({ from, to }) => (
        <Select
          aria-label={t('toFor', { column: from })}
          className="w-full max-w-72"
          value={to ?? ''}
          disabled={columns.data === undefined}
          onChange={(event) => {
            const next = event.target.value === '' ? null : event.target.value;
            setLines(lines.map((line) => (line.from === from ? { from, to: next } : line)));
          }}
          options={[
            { value: '', label: t('leaveOut') },
            ...names.map((name) => ({ value: name, label: name })),
          ]}
        />
      ),
    },
  ];
  const submit = async () => {
    try {
      await remap.mutateAsync({ runId: run.id, mapping: [...lines] });
      toast({ title: t('going') });
      await queryClient.invalidateQueries(trpc.run.pathFilter());
    } catch {
      // The mutation keeps the refusal, which is shown above the button.
    }
  };
  return (
    <Card flush title={t('title')} description={t('about')}>
      <div className="flex flex-col gap-2 px-4 py-3 text-sm sm:px-5">
        <Names title={t('missing')} names={offer.missing} />
        <Names title={t('surplus')} names={offer.surplus} />
        <Names
          title={t('misfits')}
          names={offer.misfits.map((misfit) => {
            const text = t('misfit', {
              column: misfit.column,
              expected: typeName(misfit.expected),
              found: typeName(misfit.found),
              cells: misfit.cells,
            });
            return misfit.example === null ? text : `${text}, ${t('example', { example: misfit.example })}`;
          })}
        />
      </div>
      <DataTable
        caption={t('caption')}
        columns={table}
        rows={lines}
        rowKey={({ from }) => from}
        narrow="cards"
        dense
      />
      <div className="flex flex-col gap-3 border-t border-line px-4 py-3 sm:px-5">
        {twice === undefined ? null : <Callout tone="bad">{t('twice', { column: twice })}</Callout>}
        <RefusalCallout error={remap.error} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p role="status" className="min-w-0 flex-1 basis-60 text-sm text-fg-secondary wrap-anywhere">
            {columns.data === undefined
              ? null
              : taken.length === 0
                ? t('nothing')
                : t('unmapped', { count: open.length, names: open.join(', ') })}
          </p>
          <Button
            variant="primary"
            loading={remap.isPending}
            disabled={twice !== undefined || taken.length === 0}
            onClick={() => void submit()}
          >
            {t('go')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div>
      <h3 className="font-medium">{title}</h3>
      <p className="text-fg-secondary wrap-anywhere">{names.join(', ')}</p>
    </div>
  );
}
