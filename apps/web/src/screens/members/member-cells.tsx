'use client';

import type { OrgRole } from '@assay/contracts';
import { Avatar, Badge, StatusBadge, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import type { Member } from './member-types.ts';

const SHOWN = 3;

export function MemberPerson({ member }: { member: Member }) {
  const common = useTranslations('common');
  return (
    <span className="flex min-w-0 items-center gap-3 max-sm:flex-row-reverse">
      <Avatar name={member.name} decorative />
      <span className="min-w-0 max-sm:text-right">
        <span className="block wrap-anywhere">
          {member.name}
          {member.isMe ? <span className="font-normal text-fg-muted"> ({common('you')})</span> : null}
        </span>
        <span className="block text-xs font-normal text-fg-muted wrap-anywhere">{member.email}</span>
      </span>
    </span>
  );
}

export function MemberRoles({ roles }: { roles: readonly OrgRole[] }) {
  const t = useTranslations('roles');
  return (
    <span className="flex flex-wrap gap-1 max-sm:justify-end">
      {roles.map((role) => (
        <Badge key={role} tone={role === 'owner' ? 'accent' : 'neutral'}>
          {t(`org.${role}.name`)}
        </Badge>
      ))}
    </span>
  );
}

/** In which projects a person has roles, as far as the reader may see them. */
export function MemberProjects({ member }: { member: Member }) {
  const t = useTranslations('members');
  const roles = useTranslations('roles');
  const { path } = useOrg();
  if (member.projects.length === 0) return <span className="text-fg-muted">{t('noProjects')}</span>;
  const more = member.projects.length - SHOWN;
  return (
    <span className="flex flex-col gap-0.5 max-sm:items-end max-sm:text-right">
      {member.projects.slice(0, SHOWN).map((project) => (
        <span key={project.id} className="text-xs">
          <TextLink href={path(`/projects/${project.id}`)} className="text-sm wrap-anywhere">
            {project.name}
          </TextLink>{' '}
          <span className="text-fg-muted">
            {project.roles.map((role) => roles(`project.${role}.name`)).join(', ')}
          </span>
        </span>
      ))}
      {more > 0 ? <span className="text-xs text-fg-muted">{t('moreProjects', { count: more })}</span> : null}
    </span>
  );
}

export function TwoFactorState({ on }: { on: boolean }) {
  const t = useTranslations('members');
  return (
    <StatusBadge tone={on ? 'good' : 'neutral'}>{on ? t('twoFactorOn') : t('twoFactorOff')}</StatusBadge>
  );
}
