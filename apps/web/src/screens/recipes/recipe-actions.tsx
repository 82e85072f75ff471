'use client';

import { Button, DropdownMenu, IconButton } from '@assay/ui';
import { Copy, EllipsisVertical, GitCompareArrows, ListTodo, Pencil, Play, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useMay } from '../sources/use-source.ts';
import { useTrash } from '../trash/use-trash.ts';
import { CopyDialog } from '../versioned/copy-dialog.tsx';
import { RenameDialog } from '../versioned/rename-dialog.tsx';
import { TrashDialog } from '../versioned/trash-dialog.tsx';
import type { RecipeView } from './recipe-types.ts';
import { StartRunDialog } from './start-run-dialog.tsx';

type Open = 'start' | 'copy' | 'rename' | 'trash' | null;

/** What one does with a recipe as a whole. */
export function RecipeActions({ recipe, dirty }: { recipe: RecipeView; dirty: boolean }) {
  const t = useTranslations('recipes.head');
  const router = useRouter();
  const { path } = useOrg();
  const { may } = useMay(recipe.projectId);
  const { trash } = useTrash();
  const [open, setOpen] = useState<Open>(null);
  const change = (next: boolean) => {
    if (!next) setOpen(null);
  };
  const write = may('recipe.write');
  return (
    <>
      <DropdownMenu
        label={t('more', { name: recipe.name })}
        trigger={
          <IconButton label={t('more', { name: recipe.name })} icon={<EllipsisVertical aria-hidden />} />
        }
        groups={[
          {
            id: 'look',
            items: [
              {
                id: 'runs',
                label: t('runs'),
                icon: <ListTodo aria-hidden />,
                href: path(`/projects/${recipe.projectId}/runs?recipe=${recipe.id}`),
              },
              {
                id: 'compare',
                label: t('compare'),
                icon: <GitCompareArrows aria-hidden />,
                href: path(`/recipes/${recipe.id}/compare`),
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
      {may('run.start') ? (
        <Button variant="primary" icon={<Play aria-hidden />} onClick={() => setOpen('start')}>
          {t('start')}
        </Button>
      ) : null}
      {open === 'start' ? <StartRunDialog recipe={recipe} dirty={dirty} onOpenChange={change} /> : null}
      {open === 'rename' ? <RenameDialog area="recipes" thing={recipe} onOpenChange={change} /> : null}
      {open === 'copy' ? (
        <CopyDialog
          area="recipes"
          name={recipe.name}
          version={{ id: recipe.versionId, number: recipe.number }}
          onOpenChange={change}
        />
      ) : null}
      <TrashDialog
        area="recipes"
        name={recipe.name}
        open={open === 'trash'}
        onOpenChange={change}
        onConfirm={async () => {
          const { id, name, projectId } = recipe;
          if (await trash({ kind: 'recipe', id, name, projectId }))
            router.push(path(`/projects/${recipe.projectId}/recipes`));
        }}
      />
    </>
  );
}
