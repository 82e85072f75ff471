'use client';

import type { WorkContext } from '@assay/contracts';
import { Badge, CodeBlock, KeyValue, NumberText, Sheet } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { HeldTask } from './desk/desk-types.ts';

/** Where the row is from: its run, recipe, seed and conditions. */
export function AboutRow({
  held,
  context,
  onOpenChange,
}: {
  held: HeldTask;
  context: WorkContext | null;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('work.about');
  const work = useTranslations('work');
  const { task, batch } = held;
  // Of a blind test nothing is told.
  const run = context?.run ?? undefined;
  const recipe = run?.recipe ?? null;
  const items = [
    { key: 'batch', label: t('batch'), value: `${batch.number} · ${batch.name}` },
    { key: 'kind', label: t('task'), value: <Badge>{work(`kinds.${batch.kind}`)}</Badge> },
    ...(run === undefined
      ? []
      : [
          {
            key: 'run',
            label: t('run'),
            value: t('runOf', { number: run.number, kind: run.kind, name: run.name }),
          },
          ...(recipe === null
            ? []
            : [
                {
                  key: 'recipe',
                  label: t('recipe'),
                  value: t('recipeOf', { name: recipe.name, number: recipe.number }),
                },
              ]),
          { key: 'method', label: t('method'), value: recipe?.method ?? run.generator ?? t('none') },
          { key: 'seed', label: t('seed'), value: <code className="font-mono text-xs">{run.seed}</code> },
          {
            key: 'conditions',
            label: t('conditions'),
            value:
              recipe === null || recipe.conditions.length === 0
                ? t('none')
                : recipe.conditions.map((each) => (
                    <CodeBlock key={each} label={t('conditions')} code={each} />
                  )),
          },
        ]),
    {
      key: 'row',
      label: t(batch.kind === 'blind' ? 'place' : 'row'),
      value: <NumberText value={task.row + 1} />,
    },
  ];
  return (
    <Sheet open onOpenChange={onOpenChange} title={t('title')}>
      {batch.description === '' ? null : <p className="mb-4 text-sm wrap-anywhere">{batch.description}</p>}
      <KeyValue items={items} stacked />
    </Sheet>
  );
}
