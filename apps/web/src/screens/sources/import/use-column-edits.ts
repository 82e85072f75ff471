'use client';

import { type ColumnSpec, columnEdit } from '@assay/contracts';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { type Edits, type FieldEdit, mergeEdit, mergeTarget } from './merge-edits.ts';

const stored = z.record(
  z.coerce.number<string>(),
  columnEdit.pick({ name: true, type: true, role: true, label: true, unit: true, meaning: true }),
);

function read(key: string): Edits {
  try {
    const text = sessionStorage.getItem(key);
    const parsed = stored.safeParse(text === null ? {} : JSON.parse(text));
    return parsed.success ? (parsed.data as Edits) : {};
  } catch {
    return {};
  }
}

/** Corrections that are not sent yet. They survive a reload, and belong to one reading of the file. */
export function useColumnEdits(versionId: string, revision: number, columns: readonly ColumnSpec[]) {
  const key = `assay.import.${versionId}.${revision}`;
  const [edits, setEdits] = useState<Edits>({});
  const [loaded, setLoaded] = useState<string | null>(null);
  useEffect(() => {
    setEdits(read(key));
    setLoaded(key);
  }, [key]);
  useEffect(() => {
    if (loaded !== key) return;
    try {
      if (Object.keys(edits).length === 0) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(edits));
    } catch {
      // Without storage the corrections live as long as the page.
    }
  }, [edits, key, loaded]);
  return {
    edits,
    change: (column: ColumnSpec, edit: FieldEdit) =>
      setEdits((now) =>
        edit.role === 'target' ? mergeTarget(now, columns, column) : mergeEdit(now, column, edit),
      ),
    reset: () => setEdits({}),
  };
}

export type ColumnEdits = ReturnType<typeof useColumnEdits>;
