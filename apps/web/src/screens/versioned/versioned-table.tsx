'use client';

import { Button, DataTable, DropdownMenu, NumberText, type TableColumn, TextLink, TimeAgo } from '@assay/ui';
import { RotateCcw, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useTrash } from '../trash/use-trash.ts';
import { type Area, areas } from './area.ts';
import { TrashDialog } from './trash-dialog.tsx';

/** What every list of them says of each. */
export type ListedThing = {
  id: string;
  name: string;
  description: string;
  number: number;
  updatedAt: string;
  trashedAt: string | null;
};

export function VersionedTable<Row extends ListedThing>({
  area,
  projectId,
  rows,
  columns,
  trashed,
  mayWrite,
  empty,
}: {
  area: Area;
  projectId: string;
  rows: readonly Row[];
  columns: TableColumn<Row>[];
  trashed: boolean;
  mayWrite: boolean;
  empty: ReactNode;
}) {
  const t = useTranslations(`${area}.list`);
  const common = useTranslations('common');
  const { path } = useOrg();
  const { kind, room } = areas[area];
  const { trash, restore, busy } = useTrash();
  const [leaving, setLeaving] = useState<Row | null>(null);
  const thing = ({ id, name }: Row) => ({ kind, id, name, projectId });
  return (
    <>
      <DataTable
        caption={t('caption')}
        columns={[
          {
            id: 'name',
            header: t('name'),
            rowHeader: true,
            cell: (row) => (
              <span className="flex flex-col gap-0.5">
                {trashed ? (
                  <span className="wrap-anywhere">{row.name}</span>
                ) : (
                  <TextLink href={path(`/${room}/${row.id}`)}>{row.name}</TextLink>
                )}
                {row.description === '' ? null : (
                  <span className="line-clamp-2 max-w-md text-xs font-normal text-fg-muted">
                    {row.description}
                  </span>
                )}
              </span>
            ),
          },
          ...columns,
          {
            id: 'version',
            header: t('version'),
            numeric: true,
            cell: ({ number }) => <NumberText value={number} />,
          },
          {
            id: 'updated',
            header: trashed ? t('trashedAt') : t('updated'),
            cell: (row) => <TimeAgo at={row.trashedAt ?? row.updatedAt} />,
          },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
        narrow="cards"
        empty={empty}
        {...(mayWrite
          ? {
              rowActionsLabel: common('actions'),
              rowActions: (row: Row) =>
                trashed ? (
                  <Button
                    size="sm"
                    icon={<RotateCcw aria-hidden />}
                    disabled={busy !== null}
                    onClick={() => void restore(thing(row))}
                  >
                    {t('restore')}
                  </Button>
                ) : (
                  <DropdownMenu
                    label={t('actions', { name: row.name })}
                    groups={[
                      {
                        id: 'all',
                        items: [
                          {
                            id: 'trash',
                            label: t('toTrash'),
                            icon: <Trash2 aria-hidden />,
                            destructive: true,
                            disabled: busy !== null,
                            onSelect: () => setLeaving(row),
                          },
                        ],
                      },
                    ]}
                  />
                ),
            }
          : {})}
      />
      {leaving === null ? null : (
        <TrashDialog
          area={area}
          name={leaving.name}
          open
          onOpenChange={(open) => (open ? undefined : setLeaving(null))}
          onConfirm={() => trash(thing(leaving))}
        />
      )}
    </>
  );
}
