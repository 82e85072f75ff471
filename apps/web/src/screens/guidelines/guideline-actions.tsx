'use client';

import { DropdownMenu, IconButton } from '@assay/ui';
import { Copy, EllipsisVertical, Pencil, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useTrash } from '../trash/use-trash.ts';
import { CopyDialog } from '../versioned/copy-dialog.tsx';
import { RenameDialog } from '../versioned/rename-dialog.tsx';
import { TrashDialog } from '../versioned/trash-dialog.tsx';
import type { GuidelineView } from './guideline-types.ts';

type Open = 'copy' | 'rename' | 'trash' | null;

/** What one does with a guideline as a whole. */
export function GuidelineActions({ guideline }: { guideline: GuidelineView }) {
  const t = useTranslations('guidelines.head');
  const router = useRouter();
  const { path } = useOrg();
  const { trash } = useTrash();
  const [open, setOpen] = useState<Open>(null);
  const change = (next: boolean) => {
    if (!next) setOpen(null);
  };
  const { id, name, projectId } = guideline;
  return (
    <>
      <DropdownMenu
        label={t('more', { name })}
        trigger={<IconButton label={t('more', { name })} icon={<EllipsisVertical aria-hidden />} />}
        groups={[
          {
            id: 'change',
            items: [
              {
                id: 'rename',
                label: t('rename'),
                icon: <Pencil aria-hidden />,
                onSelect: () => setOpen('rename'),
              },
              { id: 'copy', label: t('copy'), icon: <Copy aria-hidden />, onSelect: () => setOpen('copy') },
              {
                id: 'trash',
                label: t('trash'),
                icon: <Trash2 aria-hidden />,
                destructive: true,
                onSelect: () => setOpen('trash'),
              },
            ],
          },
        ]}
      />
      {open === 'rename' ? <RenameDialog area="guidelines" thing={guideline} onOpenChange={change} /> : null}
      {open === 'copy' ? (
        <CopyDialog
          area="guidelines"
          name={name}
          version={{ id: guideline.versionId, number: guideline.number }}
          onOpenChange={change}
        />
      ) : null}
      <TrashDialog
        area="guidelines"
        name={guideline.name}
        open={open === 'trash'}
        onOpenChange={change}
        onConfirm={async () => {
          if (await trash({ kind: 'guideline', id, name, projectId }))
            router.push(path(`/projects/${projectId}/guidelines`));
        }}
      />
    </>
  );
}
