'use client';

import { Button, Callout, Card, ConfirmDialog } from '@assay/ui';
import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTRPC } from '~/trpc/client.tsx';

export function DeleteOrganisationCard({ name }: { name: string }) {
  const t = useTranslations('settings');
  const trpc = useTRPC();
  const remove = useMutation(trpc.organisation.delete.mutationOptions());
  return (
    <Card title={t('delete')} description={t('deleteBody')} className="border-bad-line">
      <ConfirmDialog
        title={t('deleteTitle', { name })}
        description={t('deleteConfirmBody')}
        confirmLabel={t('deleteConfirm')}
        typeToConfirm={name}
        destructive
        onConfirm={async () => {
          await remove.mutateAsync({ name });
          window.location.assign('/');
        }}
        trigger={
          <Button variant="danger" icon={<Trash2 aria-hidden />}>
            {t('deleteConfirm')}
          </Button>
        }
      >
        <Callout tone="warn">{t('deleteExportFirst')}</Callout>
      </ConfirmDialog>
    </Card>
  );
}
