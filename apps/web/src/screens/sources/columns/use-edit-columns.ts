'use client';

import type { AppRouter } from '@assay/api';
import { useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';

export type Column = inferRouterOutputs<AppRouter>['sourceVersion']['columns']['columns'][number];
export type ColumnChange = inferRouterInputs<AppRouter>['sourceVersion']['updateColumns']['edits'][number];

/** Edits the data dictionary; what follows from a changed role is measured again by a job. */
export function useEditColumns(versionId: string) {
  const t = useTranslations('sources.columns');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const reload = async () => {
    await queryClient.invalidateQueries(trpc.sourceVersion.columns.pathFilter());
    await queryClient.invalidateQueries(trpc.source.pathFilter());
  };
  const update = useMutation(trpc.sourceVersion.updateColumns.mutationOptions());
  // What this person's own edits have made of the revisions that the page was loaded with: a second edit of a
  // column before the page is loaded again is none of somebody else's.
  const own = useRef(new Map<number, number>());
  const waiting = useRef<Promise<void>>(Promise.resolve());
  const latest = (edit: ColumnChange): ColumnChange => ({
    ...edit,
    revision: Math.max(edit.revision, own.current.get(edit.index) ?? 0),
  });
  const sendNow = async (
    given: ColumnChange[],
    title: string,
    undo: ColumnChange[] | null,
    exact: boolean,
  ): Promise<void> => {
    const edits = exact ? given : given.map(latest);
    const next = new Map(edits.map((edit) => [edit.index, edit.revision + 1]));
    try {
      const { jobId } = await update.mutateAsync({ versionId, edits });
      for (const [index, revision] of next) own.current.set(index, revision);
      toast({
        title,
        ...(jobId === null ? {} : { description: t('measuredAgain') }),
        ...(undo === null
          ? {}
          : {
              // As it is after the change: if it is changed again before the undo, the undo is refused.
              onUndo: () =>
                send(
                  undo.map((edit) => ({ ...edit, revision: next.get(edit.index) ?? edit.revision })),
                  t('undone'),
                  null,
                  true,
                ),
            }),
      });
    } catch (error) {
      const refusal = refusalOf(error);
      toast({ tone: 'bad', title: refusal.message, description: refusal.next ?? undefined });
      // What somebody else changed is not put in place of what the person looks at until they ask for it.
      if (refusal.code === 'stale') return;
    }
    await reload();
  };
  /** One after the other, so that each knows the revision that the one before left. */
  const send = (
    edits: ColumnChange[],
    title: string,
    undo: ColumnChange[] | null,
    exact = false,
  ): Promise<void> => {
    waiting.current = waiting.current.then(() => sendNow(edits, title, undo, exact));
    return waiting.current;
  };
  return {
    pending: update.isPending,
    /** Refused because somebody else was quicker; otherwise null. */
    stale: update.error !== null && refusalOf(update.error).code === 'stale' ? update.error : null,
    reload: () => {
      update.reset();
      own.current.clear();
      return reload();
    },
    /** One change of one column, with the way back. */
    edit: (column: Column, change: Omit<ColumnChange, 'index' | 'revision'>) => {
      const { index, revision } = column;
      const before: ColumnChange = { index, revision };
      if (change.label !== undefined) before.label = column.label;
      if (change.unit !== undefined) before.unit = column.unit;
      if (change.meaning !== undefined) before.meaning = column.meaning;
      if (change.role !== undefined) before.role = column.role;
      if (change.allowedValues !== undefined) before.allowedValues = column.allowedValues;
      if (change.favourable !== undefined) before.favourable = column.favourable ?? [];
      return send([{ index, revision, ...change }], t('saved', { column: column.name }), [before]);
    },
    /** A confirmation says that a person has looked; looking cannot be taken back. */
    confirmRoles: (columns: readonly Column[]) =>
      send(
        columns.map(({ index, revision }) => ({ index, revision, confirmRole: true })),
        t('rolesConfirmed', { count: columns.length }),
        null,
      ),
    apply: (edits: ColumnChange[]) => send(edits, t('imported', { count: edits.length }), null),
  };
}

export type EditColumns = ReturnType<typeof useEditColumns>;
