'use client';

import { type ColumnRole, columnRole } from '@assay/contracts';
import { Combobox } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { ROLES } from './column-words.ts';

/** What a column is for, with each role explained where it is chosen. */
export function RoleSelect({
  value,
  column,
  disabled = false,
  onChange,
}: {
  value: ColumnRole;
  column: string;
  disabled?: boolean;
  onChange: (role: ColumnRole) => void;
}) {
  const t = useTranslations('sources');
  return (
    <Combobox
      aria-label={t('roleOf', { column })}
      value={value}
      disabled={disabled}
      options={ROLES.map((role) => ({
        value: role,
        label: t(`roles.${role}.name`),
        hint: t(`roles.${role}.hint`),
      }))}
      onChange={(chosen) => {
        const role = columnRole.safeParse(chosen);
        if (role.success && role.data !== value) onChange(role.data);
      }}
    />
  );
}
