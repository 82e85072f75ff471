'use client';

import { Button } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useRef, useState } from 'react';
import { PredicateInput, type PredicateInputHandle } from './predicate-input.tsx';
import type { TableColumnInfo } from './table-adapter.ts';
import { readFilter } from './use-table-state.ts';

/** A filter as text, which is applied on its own: what is wrong is shown first. */
export function FilterInput({
  columns,
  where,
  onApply,
}: {
  columns: readonly TableColumnInfo[];
  where: string;
  onApply: (text: string) => void;
}) {
  const t = useTranslations('data.filter');
  const input = useRef<PredicateInputHandle>(null);
  const [text, setText] = useState(where);
  const [base, setBase] = useState(where);
  const [checked, setChecked] = useState(true);
  // The address changed elsewhere: a chip was removed, a view was chosen, the browser went back.
  if (where !== base) {
    setBase(where);
    setText(where);
    setChecked(true);
  }
  const apply = (event: SyntheticEvent) => {
    event.preventDefault();
    setChecked(true);
    const found = readFilter(text, columns).problem;
    if (found === null) onApply(text);
    else if (found.position !== null) input.current?.select(found.position);
  };
  return (
    <form onSubmit={apply} className="flex min-w-0 flex-1 basis-72 gap-2">
      <div className="min-w-0 flex-1">
        <PredicateInput
          ref={input}
          columns={columns}
          text={text}
          onText={(next) => {
            setText(next);
            setChecked(false);
          }}
          label={t('label')}
          problem={checked ? readFilter(text, columns).problem : null}
        />
      </div>
      <Button type="submit" disabled={text.trim() === where}>
        {t('apply')}
      </Button>
    </form>
  );
}
