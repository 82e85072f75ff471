'use client';

import { ConfirmDialog } from '@assay/ui';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';

/** Leaving the organisation: a full page load afterwards, so that nothing of it stays in memory. */
export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('members');
  const trpc = useTRPC();
  const { organisation } = useOrg();
  const leave = useMutation(trpc.member.leave.mutationOptions());
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('leaveTitle', { name: organisation.name })}
      description={t('leaveBody')}
      confirmLabel={t('leave')}
      destructive
      onConfirm={async () => {
        await leave.mutateAsync();
        window.location.assign('/');
      }}
    />
  );
}
