'use client';

import { DropdownMenu, type MenuItem } from '@assay/ui';
import { LogOut, ShieldCheck, UserMinus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useCan } from '~/shell/use-can.ts';
import type { Member } from './member-types.ts';
import type { MemberAct } from './members-table.tsx';

type Props = { member: Member; onAct: (kind: MemberAct) => void };

/** What this person may do with a member; only an owner touches an owner. */
export function MemberActions({ member, onAct }: Props) {
  const t = useTranslations('members');
  const may = useCan();
  const { organisation } = useOrg();
  const mayChange =
    may('member.update') && (!member.roles.includes('owner') || organisation.roles.includes('owner'));
  const items: MenuItem[] = [];
  if (mayChange) {
    items.push({
      id: 'roles',
      label: t('changeRoles'),
      icon: <ShieldCheck aria-hidden />,
      onSelect: () => onAct('roles'),
    });
  }
  if (member.isMe) {
    items.push({
      id: 'leave',
      label: t('leave'),
      icon: <LogOut aria-hidden />,
      destructive: true,
      onSelect: () => onAct('leave'),
    });
  } else if (mayChange) {
    items.push({
      id: 'remove',
      label: t('remove'),
      icon: <UserMinus aria-hidden />,
      destructive: true,
      onSelect: () => onAct('remove'),
    });
  }
  return items.length === 0 ? null : <DropdownMenu label={member.name} groups={[{ id: 'member', items }]} />;
}
