'use client';

import { ConfirmDialog } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { Area } from './area.ts';

/** Asks before something goes into the trash. */
export function TrashDialog({
  area,
  name,
  open,
  onOpenChange,
  onConfirm,
}: {
  area: Area;
  name: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onConfirm: () => Promise<unknown>;
}) {
  const t = useTranslations(`${area}.head`);
  return (
    <ConfirmDialog
      title={t('trashTitle', { name })}
      description={t('trashBody')}
      confirmLabel={t('trashConfirm')}
      destructive
      open={open}
      onOpenChange={onOpenChange}
      onConfirm={async () => {
        await onConfirm();
      }}
    />
  );
}
