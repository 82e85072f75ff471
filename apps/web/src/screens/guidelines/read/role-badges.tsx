'use client';

import type { GuidelineRole } from '@assay/contracts';
import { Badge } from '@assay/ui';
import { useTranslations } from 'next-intl';

/** For whom a section is; nothing when it is for everybody. */
export function RoleBadges({ roles }: { roles: readonly GuidelineRole[] }) {
  const words = useTranslations('roles');
  return roles.map((role) => <Badge key={role}>{words(`project.${role}.name`)}</Badge>);
}
