'use client';

import { Button, Callout, Card, EmptyState, Pagination, SearchInput, useToast } from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import { CheckCheck, Download, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LoadingCard } from '~/shell/list-states.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useSearchText, useUrlParams } from '~/shell/use-url-params.ts';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { RolesExplained } from '../import/roles-explained.tsx';
import { NoVersionYet } from '../no-version-yet.tsx';
import { type Source, useSource } from '../use-source.ts';
import { writeDictionary } from './dictionary-csv.ts';
import { DICTIONARY_GRID, DictionaryRow } from './dictionary-row.tsx';
import { ImportDictionary } from './import-dictionary.tsx';
import { useAllColumns } from './use-all-columns.ts';
import { type Column, useEditColumns } from './use-edit-columns.ts';
import { ValuesDialog } from './values-dialog.tsx';

const PAGE = 50;

/** The data dictionary of the current version: what each column is called, means and is for. */
export function SourceColumns({ sourceId }: { sourceId: string }) {
  const { source, may, mayNot } = useSource(sourceId);
  return (
    <QueryState query={source}>
      {(data) =>
        data.currentVersionId === null ? (
          <NoVersionYet source={data} />
        ) : (
          <Dictionary
            source={data}
            versionId={data.currentVersionId}
            mayEdit={may('source.update')}
            readOnly={mayNot('source.update')}
          />
        )
      }
    </QueryState>
  );
}

function Dictionary({
  source,
  versionId,
  mayEdit,
  readOnly,
}: {
  source: Source;
  versionId: string;
  mayEdit: boolean;
  readOnly: boolean;
}) {
  const t = useTranslations('sources.columns');
  const trpc = useTRPC();
  const { params, replace } = useUrlParams();
  const { text, settled, setText } = useSearchText();
  const editing = useEditColumns(versionId);
  const [valuesOf, setValuesOf] = useState<Column | null>(null);
  const page = Math.max(1, Number(params.get('page') ?? '1') || 1);
  const query = useQuery({
    ...trpc.sourceVersion.columns.queryOptions({
      versionId,
      search: settled,
      offset: (page - 1) * PAGE,
      limit: PAGE,
    }),
    placeholderData: keepPreviousData,
  });
  const unconfirmed = query.data?.columns.filter((column) => !column.roleConfirmed) ?? [];
  const go = (to: number) => () => replace({ page: to === 1 ? null : String(to) });
  return (
    <div className="flex flex-col gap-4">
      {readOnly ? <Callout>{t('notAllowed')}</Callout> : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SearchInput
          label={t('search')}
          value={text}
          onChange={(value) => {
            if (page !== 1) replace({ page: null });
            setText(value);
          }}
        />
        <div className="flex flex-wrap gap-2">
          {mayEdit ? (
            <Button
              icon={<CheckCheck aria-hidden />}
              disabled={unconfirmed.length === 0 || editing.pending}
              onClick={() => void editing.confirmRoles(unconfirmed)}
            >
              {t('confirmShown', { count: unconfirmed.length })}
            </Button>
          ) : null}
          {mayEdit ? <ImportDictionary versionId={versionId} onApply={editing.apply} /> : null}
          <ExportDictionary versionId={versionId} name={source.name} />
        </div>
      </div>
      <RefusalCallout error={editing.stale} onReload={() => void editing.reload()} />
      <RolesExplained />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ columns, total }) => (
          <Card flush>
            {columns.length === 0 ? (
              <EmptyState
                icon={<SearchX />}
                compact
                title={t('noMatchTitle', { search: settled })}
                description={t('noMatchBody')}
              />
            ) : (
              <>
                <div
                  aria-hidden
                  className={`${DICTIONARY_GRID} rounded-t-lg border-b border-line bg-sunken/60 px-4 py-2 text-xs font-medium text-fg-secondary max-xl:hidden sm:px-5`}
                >
                  {(['column', 'label', 'unit', 'meaning', 'role', 'values'] as const).map((each) => (
                    <span key={each}>{t(each)}</span>
                  ))}
                </div>
                <ul aria-label={t('title')} className="divide-y divide-line">
                  {columns.map((column) => (
                    <DictionaryRow
                      key={column.index}
                      column={column}
                      sourceId={source.id}
                      mayEdit={mayEdit}
                      editing={editing}
                      onValues={() => setValuesOf(column)}
                    />
                  ))}
                </ul>
                {total > PAGE ? (
                  <div className="border-t border-line px-4 py-3 sm:px-5">
                    <Pagination
                      from={(page - 1) * PAGE + 1}
                      to={(page - 1) * PAGE + columns.length}
                      total={total}
                      {...(page > 1 ? { previous: go(page - 1) } : {})}
                      {...(page * PAGE < total ? { next: go(page + 1) } : {})}
                    />
                  </div>
                ) : null}
              </>
            )}
          </Card>
        )}
      </QueryState>
      <ValuesDialog
        versionId={versionId}
        column={valuesOf}
        onClose={() => setValuesOf(null)}
        onSave={(change) => {
          if (valuesOf !== null) void editing.edit(valuesOf, change);
          setValuesOf(null);
        }}
      />
    </div>
  );
}

function ExportDictionary({ versionId, name }: { versionId: string; name: string }) {
  const t = useTranslations('sources.columns');
  const fetchAll = useAllColumns(versionId);
  const { toast } = useToast();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const csv = writeDictionary(await fetchAll());
      const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
      const link = document.createElement('a');
      link.href = url;
      link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}-dictionary.csv`;
      link.click();
      URL.revokeObjectURL(url);
    } catch (error) {
      toast({ tone: 'bad', title: refusalOf(error).message });
    }
    setBusy(false);
  };
  return (
    <Button icon={<Download aria-hidden />} loading={busy} onClick={() => void save()}>
      {t('export')}
    </Button>
  );
}
