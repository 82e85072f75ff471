'use client';

import { type OrgRole, orgRole, type ProjectRole, projectRole } from '@assay/contracts';
import { Checkbox } from '@assay/ui';
import { useTranslations } from 'next-intl';

type Props<Role> = {
  legend: string;
  value: readonly Role[];
  onChange: (roles: Role[]) => void;
  /** Roles that this person may not give or take. */
  locked?: readonly Role[] | undefined;
};

/** Several roles of the organisation, each with what it allows. */
export function OrgRolePicker(props: Props<OrgRole>) {
  const t = useTranslations('roles');
  return (
    <Picker
      {...props}
      options={orgRole.options.map((role) => ({
        role,
        name: t(`org.${role}.name`),
        hint: t(`org.${role}.hint`),
      }))}
    />
  );
}

/** Several roles in one project, each with what it allows. */
export function ProjectRolePicker(props: Props<ProjectRole>) {
  const t = useTranslations('roles');
  return (
    <Picker
      {...props}
      options={projectRole.options.map((role) => ({
        role,
        name: t(`project.${role}.name`),
        hint: t(`project.${role}.hint`),
      }))}
    />
  );
}

function Picker<Role extends string>({
  legend,
  options,
  value,
  onChange,
  locked = [],
}: Props<Role> & { options: readonly { role: Role; name: string; hint: string }[] }) {
  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      {options.map(({ role, name, hint }) => (
        <Checkbox
          key={role}
          label={name}
          hint={hint}
          checked={value.includes(role)}
          disabled={locked.includes(role)}
          onChange={(on) => onChange(on ? [...value, role] : value.filter((each) => each !== role))}
        />
      ))}
    </fieldset>
  );
}
