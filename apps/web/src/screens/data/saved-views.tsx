'use client';

import type { AppRouter } from '@assay/api';
import { Button, Checkbox, Dialog, DropdownMenu, Field, Input, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { Bookmark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useId, useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { TableAdapter } from './table-adapter.ts';
import type { TableState } from './use-table-state.ts';

type View = inferRouterOutputs<AppRouter>['view']['list']['views'][number];
const STATE_TYPE = 'assay.table-view';

function savedState(state: View['state']): { where: string; sort: string; columns: string } {
  const part = (name: string) => {
    const value: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, name) : null;
    return typeof value === 'string' ? value : '';
  };
  return { where: part('where'), sort: part('sort'), columns: part('columns') };
}

/** Named views of a table: choose one, save what is shown, rename, share, delete. */
export function SavedViews({
  table,
  state,
}: {
  table: NonNullable<TableAdapter['views']>;
  state: TableState;
}) {
  const t = useTranslations('data.views');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [naming, setNaming] = useState<'new' | View | null>(null);
  const query = useQuery(trpc.view.list.queryOptions({ table }));
  const settled = {
    onSettled: () => queryClient.invalidateQueries(trpc.view.list.pathFilter()),
    onError: (error: unknown) => toast({ title: refusalOf(error).message, tone: 'bad' as const }),
  };
  const save = useMutation(trpc.view.save.mutationOptions(settled));
  const share = useMutation(trpc.view.share.mutationOptions(settled));
  const remove = useMutation(trpc.view.remove.mutationOptions(settled));
  const views = query.data?.views ?? [];
  const maySave = query.data?.maySave ?? false;
  const drop = (view: View) =>
    remove.mutate(
      { viewId: view.id },
      {
        onSuccess: () =>
          toast({
            title: t('deleted'),
            onUndo: () =>
              save.mutate({
                table,
                name: view.name,
                shared: view.shared,
                state: { type: STATE_TYPE, version: 1, ...savedState(view.state) },
              }),
          }),
      },
    );
  const list = (mine: boolean) => views.filter((view) => view.mine === mine);
  const entry = (view: View) => ({
    id: view.id,
    label: view.mine ? view.name : `${view.name} (${t('by', { name: view.owner.name ?? '' })})`,
    onSelect: () => state.restore(savedState(view.state)),
  });
  const shown = views.find(
    (view) => view.mine && JSON.stringify(savedState(view.state)) === JSON.stringify(state.saved),
  );
  return (
    <>
      <DropdownMenu
        label={t('saved')}
        trigger={<Button icon={<Bookmark aria-hidden />}>{shown?.name ?? t('title')}</Button>}
        groups={[
          ...(list(true).length === 0
            ? []
            : [{ id: 'mine', title: t('mine'), items: list(true).map(entry) }]),
          ...(list(false).length === 0
            ? []
            : [{ id: 'shared', title: t('shared'), items: list(false).map(entry) }]),
          ...(views.length === 0
            ? [{ id: 'none', items: [{ id: 'none', label: t('none'), disabled: true }] }]
            : []),
          ...(shown === undefined
            ? []
            : [
                {
                  id: 'manage',
                  title: shown.name,
                  items: [
                    { id: 'rename', label: t('rename'), onSelect: () => setNaming(shown) },
                    {
                      id: 'share',
                      label: shown.shared ? t('shareOff') : t('shareOn'),
                      onSelect: () => share.mutate({ viewId: shown.id, shared: !shown.shared }),
                    },
                    { id: 'delete', label: t('delete'), destructive: true, onSelect: () => drop(shown) },
                  ],
                },
              ]),
          {
            id: 'save',
            items: [{ id: 'save', label: t('save'), disabled: !maySave, onSelect: () => setNaming('new') }],
          },
        ]}
      />
      {naming === null ? null : (
        <NameView
          key={naming === 'new' ? 'new' : naming.id}
          view={naming}
          table={table}
          state={state}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}

function NameView({
  view,
  table,
  state,
  onClose,
}: {
  view: 'new' | View;
  table: NonNullable<TableAdapter['views']>;
  state: TableState;
  onClose: () => void;
}) {
  const t = useTranslations('data.views');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const form = useId();
  const isNew = view === 'new';
  const [name, setName] = useState(isNew ? '' : view.name);
  const [shared, setShared] = useState(false);
  const done = (title: string) => ({
    onSuccess: () => {
      toast({ title });
      onClose();
      return queryClient.invalidateQueries(trpc.view.list.pathFilter());
    },
  });
  const save = useMutation(trpc.view.save.mutationOptions(done(t('saved_'))));
  const rename = useMutation(trpc.view.rename.mutationOptions(done(t('renamed'))));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isNew) save.mutate({ table, name, shared, state: { type: STATE_TYPE, version: 1, ...state.saved } });
    else rename.mutate({ viewId: view.id, name });
  };
  const pending = save.isPending || rename.isPending;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="sm"
      title={isNew ? t('saveTitle') : t('renameTitle')}
      description={isNew ? t('saveBody') : undefined}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={pending} disabled={name.trim() === ''}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="space-y-4">
        <Field label={t('name')} required>
          <Input
            value={name}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        {isNew ? <Checkbox label={t('share')} checked={shared} onChange={setShared} /> : null}
        <RefusalCallout error={save.error ?? rename.error} />
      </form>
    </Dialog>
  );
}
