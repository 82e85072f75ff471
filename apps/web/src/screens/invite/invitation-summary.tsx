'use client';

import type { OrgRole } from '@assay/contracts';
import { DateTime, KeyValue } from '@assay/ui';
import { useTranslations } from 'next-intl';

/** What an open invitation is for, before it is accepted. */
export function InvitationSummary(props: { email: string; roles: readonly OrgRole[]; expiresAt: string }) {
  const t = useTranslations('entry');
  const roles = useTranslations('roles');
  return (
    <KeyValue
      stacked
      items={[
        { key: 'for', label: t('inviteFor'), value: props.email },
        {
          key: 'roles',
          label: t('inviteRoles'),
          value: (
            <ul className="flex flex-col gap-1">
              {props.roles.map((role) => (
                <li key={role}>
                  <span className="font-medium">{roles(`org.${role}.name`)}</span>
                  <span className="block text-xs text-fg-muted">{roles(`org.${role}.hint`)}</span>
                </li>
              ))}
            </ul>
          ),
        },
        { key: 'until', label: t('inviteUntil'), value: <DateTime at={props.expiresAt} /> },
      ]}
    />
  );
}
