'use client';

import { Card } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { moved } from '../draft.ts';
import { Entry } from './entry.tsx';

/** A list of a guideline that is edited: its entries in their order, and the way to add one. */
export function ListCard<T extends { id: string }>({
  title,
  description,
  empty,
  actions,
  list,
  nameOf,
  onChange,
  children,
}: {
  title: string;
  description: string;
  empty: string;
  actions: ReactNode;
  list: readonly T[];
  nameOf: (at: number) => string;
  onChange: (list: readonly T[]) => void;
  children: (each: T, at: number, set: (part: Partial<T>) => void) => ReactNode;
}) {
  const t = useTranslations('guidelines.editor');
  const [said, setSaid] = useState('');
  const entries = useRef<HTMLOListElement>(null);
  const known = useRef(list.length);
  // What was added is where one goes on.
  useEffect(() => {
    if (list.length === known.current + 1)
      entries.current?.querySelector<HTMLElement>(':scope > li:last-child :is(input, textarea)')?.focus();
    known.current = list.length;
  }, [list.length]);
  return (
    <Card title={title} description={description} actions={actions}>
      <p role="status" className="sr-only">
        {said}
      </p>
      {list.length === 0 ? <p className="text-sm text-fg-muted">{empty}</p> : null}
      <ol ref={entries} className="flex flex-col divide-y divide-line">
        {list.map((each, at) => (
          <Entry
            key={each.id}
            name={nameOf(at)}
            first={at === 0}
            last={at === list.length - 1}
            onMove={(direction) => {
              const to = direction === 'up' ? at - 1 : at + 1;
              onChange(moved(list, at, to));
              setSaid(t('nowAt', { place: to + 1, count: list.length }));
            }}
            onRemove={() => onChange(list.filter((other) => other.id !== each.id))}
          >
            {children(each, at, (part) =>
              onChange(list.map((other) => (other.id === each.id ? { ...other, ...part } : other))),
            )}
          </Entry>
        ))}
      </ol>
    </Card>
  );
}
