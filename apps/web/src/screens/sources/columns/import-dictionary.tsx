'use client';

import { Button, Callout, DataTable, Dialog, FileDrop, TextLink } from '@assay/ui';
import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import {
  type DictionaryChange,
  type DictionaryProblem,
  dictionaryEdits,
  readDictionary,
} from './dictionary-csv.ts';
import { useAllColumns } from './use-all-columns.ts';
import type { ColumnChange } from './use-edit-columns.ts';

const MAX_BYTES = 20 * 1024 ** 2;
const SHOWN = 200;

type Read = { file: string; changes: DictionaryChange[]; problems: DictionaryProblem[] };

/** A data dictionary from a file: what it would change is shown before anything changes. */
export function ImportDictionary({
  versionId,
  onApply,
}: {
  versionId: string;
  onApply: (edits: ColumnChange[]) => Promise<void>;
}) {
  const t = useTranslations('sources.columns');
  const common = useTranslations('common');
  const fetchAll = useAllColumns(versionId);
  const [open, setOpen] = useState(false);
  const [read, setRead] = useState<Read | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const [busy, setBusy] = useState(false);
  const begin = () => {
    setRead(null);
    setError(null);
    setTooLarge(false);
  };
  const choose = async (file: File | undefined) => {
    begin();
    if (file === undefined) return;
    if (file.size > MAX_BYTES) {
      setTooLarge(true);
      return;
    }
    setBusy(true);
    try {
      const [text, columns] = await Promise.all([file.text(), fetchAll()]);
      setRead({ file: file.name, ...readDictionary(text, columns) });
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  const apply = async () => {
    if (read === null || read.changes.length === 0) return;
    setBusy(true);
    await onApply(dictionaryEdits(read.changes));
    setBusy(false);
    setOpen(false);
  };
  const columns = new Set(read?.changes.map((change) => change.index)).size;
  return (
    <Dialog
      size="lg"
      title={t('importTitle')}
      description={t('importBody')}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        begin();
      }}
      trigger={<Button icon={<FileUp aria-hidden />}>{t('import')}</Button>}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button
            variant="primary"
            loading={busy}
            disabled={read === null || read.changes.length === 0}
            onClick={() => void apply()}
          >
            {t('apply', { count: read?.changes.length ?? 0 })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {read === null ? (
          <FileDrop
            label={t('importTitle')}
            accept=".csv,text/csv"
            disabled={busy}
            hint={t('importHint')}
            onFiles={(files) => void choose(files[0])}
          />
        ) : (
          <>
            <p className="text-sm">
              {t('importFound', { file: read.file, count: read.changes.length, columns })}{' '}
              <TextLink
                href="#"
                onClick={(event) => {
                  event.preventDefault();
                  begin();
                }}
              >
                {t('anotherFile')}
              </TextLink>
            </p>
            <Problems problems={read.problems} />
            {read.changes.length === 0 ? null : <Changes changes={read.changes} />}
          </>
        )}
        {tooLarge ? <Callout tone="bad">{t('importTooLarge')}</Callout> : null}
        <RefusalCallout error={error} />
      </div>
    </Dialog>
  );
}

function Problems({ problems }: { problems: readonly DictionaryProblem[] }) {
  const t = useTranslations('sources.columns');
  if (problems.length === 0) return null;
  const text = (problem: DictionaryProblem): string => {
    if (problem.code === 'no-name-column') return t('problem.no-name-column');
    const { line, column } = problem;
    return problem.code === 'bad-value'
      ? t('problem.bad-value', { line, column, field: t(`field.${problem.field}`) })
      : t(`problem.${problem.code}`, { line, column });
  };
  return (
    <Callout tone="warn" title={t('problems', { count: problems.length })}>
      <ul className="list-disc pl-4">
        {problems.slice(0, 10).map((problem) => (
          <li key={text(problem)}>{text(problem)}</li>
        ))}
        {problems.length > 10 ? <li>{t('moreProblems', { count: problems.length - 10 })}</li> : null}
      </ul>
    </Callout>
  );
}

function Changes({ changes }: { changes: readonly DictionaryChange[] }) {
  const t = useTranslations('sources.columns');
  return (
    <div className="max-h-80 overflow-y-auto rounded-lg border border-line">
      <DataTable
        caption={t('changes')}
        dense
        rows={changes.slice(0, SHOWN)}
        rowKey={(change) => `${change.index} ${change.field}`}
        columns={[
          { id: 'column', header: t('column'), cell: (change) => <code>{change.column}</code> },
          { id: 'field', header: t('what'), cell: (change) => t(`field.${change.field}`) },
          {
            id: 'before',
            header: t('before'),
            cell: (change) => (
              <span className="text-fg-muted wrap-anywhere">
                {change.before === '' ? '–' : change.before}
              </span>
            ),
          },
          {
            id: 'after',
            header: t('after'),
            cell: (change) => <span className="wrap-anywhere">{change.after}</span>,
          },
        ]}
      />
      {changes.length > SHOWN ? (
        <p className="px-3 py-2 text-xs text-fg-muted">
          {t('moreChanges', { count: changes.length - SHOWN })}
        </p>
      ) : null}
    </div>
  );
}
