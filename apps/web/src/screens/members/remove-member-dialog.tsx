'use client';

import { ConfirmDialog, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '~/trpc/client.tsx';
import type { Member } from './member-types.ts';

export function RemoveMemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useTranslations('members');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const remove = useMutation(trpc.member.remove.mutationOptions());
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('removeTitle', { name: member.name })}
      description={t('removeBody')}
      confirmLabel={t('remove')}
      destructive
      onConfirm={async () => {
        await remove.mutateAsync({ memberId: member.id });
        void queryClient.invalidateQueries(trpc.member.pathFilter());
        toast({ title: t('removed', { name: member.name }) });
      }}
    />
  );
}
