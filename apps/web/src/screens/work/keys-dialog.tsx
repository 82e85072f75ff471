'use client';

import { WORKBENCH_KEYS } from '@assay/domain';
import { KeyboardShortcutsDialog } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { HeldTask } from './desk/desk-types.ts';

/** All keys of the workbench, with those of this label schema. */
export function KeysDialog({
  held,
  onOpenChange,
}: {
  held: HeldTask;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('work.keys');
  const hasCells = held.batch.schema.questions.some((each) => each.kind === 'cells');
  const letters = Object.entries(WORKBENCH_KEYS).filter(
    ([, action]) => (action !== 'accept' || held.batch.kind === 'verify') && (action !== 'flag' || hasCells),
  );
  const of = (...actions: string[]) =>
    letters.flatMap(([key, action]) =>
      actions.includes(action) ? [{ keys: key.toUpperCase(), label: t(action) }] : [],
    );
  const named = held.batch.schema.questions.flatMap((question) => {
    if (question.kind === 'single' || question.kind === 'multiple') {
      return question.labels.filter((label) => !label.deprecated);
    }
    return question.kind === 'cells' ? question.reasons.filter((reason) => !reason.deprecated) : [];
  });
  const labels = new Map(named.flatMap(({ key, name }) => (key === null ? [] : [[key, name] as const])));
  return (
    <KeyboardShortcutsDialog
      open
      onOpenChange={onOpenChange}
      groups={[
        {
          title: t('answers'),
          items: [
            ...[...labels].slice(0, 20).map(([key, name]) => ({ keys: key.toUpperCase(), label: name })),
            ...of('accept'),
          ],
        },
        {
          title: t('row'),
          items: [
            ...of('plausible', 'implausible', 'unsure', 'artefact', 'flag', 'comment'),
            ...(hasCells
              ? [
                  { keys: 'Down', label: t('nextCell') },
                  { keys: 'Up', label: t('previousCell') },
                ]
              : []),
          ],
        },
        {
          title: t('work'),
          items: [
            { keys: 'Enter', label: t('submit') },
            { keys: 'Mod+Enter', label: t('submitTyping') },
            { keys: 'Esc', label: t('leave') },
            ...of('skip', 'undo'),
            { keys: '?', label: t('help') },
          ],
        },
      ]}
    />
  );
}
