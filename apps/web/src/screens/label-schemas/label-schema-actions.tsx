'use client';

import { DropdownMenu, IconButton } from '@assay/ui';
import { Copy, EllipsisVertical, GitCompareArrows, Pencil, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useMay } from '../sources/use-source.ts';
import { useTrash } from '../trash/use-trash.ts';
import { CopyDialog } from '../versioned/copy-dialog.tsx';
import { RenameDialog } from '../versioned/rename-dialog.tsx';
import { TrashDialog } from '../versioned/trash-dialog.tsx';
import type { LabelSchemaView } from './label-schema-types.ts';

type Open = 'copy' | 'rename' | 'trash' | null;

/** What one does with a label schema as a whole. */
export function LabelSchemaActions({ schema }: { schema: LabelSchemaView }) {
  const t = useTranslations('labelSchemas.head');
  const router = useRouter();
  const { path } = useOrg();
  const { may } = useMay(schema.projectId);
  const { trash } = useTrash();
  const [open, setOpen] = useState<Open>(null);
  const change = (next: boolean) => {
    if (!next) setOpen(null);
  };
  const write = may('labelSchema.write');
  return (
    <>
      <DropdownMenu
        label={t('more', { name: schema.name })}
        trigger={
          <IconButton label={t('more', { name: schema.name })} icon={<EllipsisVertical aria-hidden />} />
        }
        groups={[
          {
            id: 'look',
            items: [
              {
                id: 'compare',
                label: t('compare'),
                icon: <GitCompareArrows aria-hidden />,
                href: path(`/label-schemas/${schema.id}/compare`),
              },
            ],
          },
          ...(write
            ? [
                {
                  id: 'change',
                  items: [
                    {
                      id: 'rename',
                      label: t('rename'),
                      icon: <Pencil aria-hidden />,
                      onSelect: () => setOpen('rename'),
                    },
                    {
                      id: 'copy',
                      label: t('copy'),
                      icon: <Copy aria-hidden />,
                      onSelect: () => setOpen('copy'),
                    },
                    {
                      id: 'trash',
                      label: t('trash'),
                      icon: <Trash2 aria-hidden />,
                      destructive: true,
                      onSelect: () => setOpen('trash'),
                    },
                  ],
                },
              ]
            : []),
        ]}
      />
      {open === 'rename' ? <RenameDialog area="labelSchemas" thing={schema} onOpenChange={change} /> : null}
      {open === 'copy' ? (
        <CopyDialog
          area="labelSchemas"
          name={schema.name}
          version={{ id: schema.versionId, number: schema.number }}
          onOpenChange={change}
        />
      ) : null}
      <TrashDialog
        area="labelSchemas"
        name={schema.name}
        open={open === 'trash'}
        onOpenChange={change}
        onConfirm={async () => {
          const { id, name, projectId } = schema;
          if (await trash({ kind: 'labelSchema', id, name, projectId }))
            router.push(path(`/projects/${schema.projectId}/label-schemas`));
        }}
      />
    </>
  );
}
