'use client';

import type { Dialect, TextEncoding } from '@assay/contracts';
import { Button, Callout, Checkbox, Field, Input, NumberInput, Select } from '@assay/ui';
import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useState } from 'react';
import { DELIMITERS, ENCODINGS, missingFromText, missingToText } from './dialect-words.ts';

/** How the file is written, as it was detected. What is corrected here is read again from the file. */
export function DialectForm({
  dialect,
  pending,
  disabled,
  onReadAgain,
}: {
  dialect: Dialect;
  pending: boolean;
  disabled: boolean;
  onReadAgain: (dialect: Dialect) => void;
}) {
  const t = useTranslations('sources.dialect');
  const [draft, setDraft] = useState(dialect);
  const [missing, setMissing] = useState(missingToText(dialect.missing));
  const change = (part: Partial<Dialect>) => setDraft((now) => ({ ...now, ...part }));
  const delimited = draft.format === 'csv' || draft.format === 'tsv';
  const known = DELIMITERS.find((each) => each.value === draft.delimiter);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onReadAgain({ ...draft, missing: missingFromText(missing) });
  };
  if (draft.format === 'parquet') return <p className="text-sm text-fg-secondary">{t('parquet')}</p>;
  const changed = JSON.stringify({ ...draft, missing: missingFromText(missing) }) !== JSON.stringify(dialect);
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <fieldset disabled={disabled} className="grid min-w-0 gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <legend className="sr-only">{t('title')}</legend>
        {delimited ? (
          <Field label={t('delimiter')}>
            <Select
              value={known === undefined ? 'other' : known.name}
              options={[
                ...DELIMITERS.map(({ name }) => ({ value: name, label: t(`delimiters.${name}`) })),
                {
                  value: 'other',
                  label:
                    known === undefined && draft.delimiter !== null
                      ? t('delimiters.otherIs', { character: draft.delimiter })
                      : t('delimiters.other'),
                },
              ]}
              onChange={(event) => {
                const chosen = DELIMITERS.find((each) => each.name === event.currentTarget.value);
                change({ delimiter: chosen?.value ?? ' ' });
              }}
            />
          </Field>
        ) : null}
        {delimited && known === undefined ? (
          <Field label={t('character')}>
            <Input
              value={draft.delimiter ?? ''}
              maxLength={1}
              required
              className="font-mono"
              onChange={(event) => change({ delimiter: event.currentTarget.value || null })}
            />
          </Field>
        ) : null}
        {delimited ? (
          <Field label={t('quote')}>
            <Select
              value={draft.quote ?? ''}
              placeholder={t('noQuote')}
              options={[
                { value: '"', label: t('doubleQuote') },
                { value: "'", label: t('singleQuote') },
              ]}
              onChange={(event) => {
                const { value } = event.currentTarget;
                const quote = value === '"' || value === "'" ? value : null;
                change({ quote, escape: quote === null ? null : (draft.escape ?? 'double') });
              }}
            />
          </Field>
        ) : null}
        {delimited && draft.quote !== null ? (
          <Field label={t('escape')}>
            <Select
              value={draft.escape ?? 'double'}
              options={[
                { value: 'double', label: t('escapeDouble') },
                { value: 'backslash', label: t('escapeBackslash') },
              ]}
              onChange={(event) =>
                change({ escape: event.currentTarget.value === 'backslash' ? 'backslash' : 'double' })
              }
            />
          </Field>
        ) : null}
        <Field label={t('encoding')}>
          <Select
            value={draft.encoding}
            options={ENCODINGS.map((value) => ({ value, label: t(`encodings.${value}`) }))}
            onChange={(event) => change({ encoding: event.currentTarget.value as TextEncoding })}
          />
        </Field>
        {delimited ? (
          <Field label={t('skipLines')} hint={t('skipLinesHint')}>
            <NumberInput
              value={draft.skipLines}
              min={0}
              max={1000}
              onChange={(value) => change({ skipLines: Math.max(0, Math.round(value ?? 0)) })}
            />
          </Field>
        ) : null}
        <Field label={t('missing')} hint={t('missingHint')} className="sm:col-span-2 lg:col-span-3">
          <Input
            value={missing}
            className="font-mono"
            onChange={(event) => setMissing(event.currentTarget.value)}
          />
        </Field>
        {delimited ? (
          <div className="sm:col-span-2 lg:col-span-3">
            <Checkbox label={t('header')} checked={draft.header} onChange={(header) => change({ header })} />
          </div>
        ) : null}
      </fieldset>
      {changed ? <Callout tone="warn">{t('changed')}</Callout> : null}
      <div>
        <Button
          type="submit"
          variant={changed ? 'primary' : 'secondary'}
          icon={<RotateCcw aria-hidden />}
          loading={pending}
          disabled={disabled || (delimited && (draft.delimiter ?? '') === '')}
        >
          {t('readAgain')}
        </Button>
      </div>
    </form>
  );
}
