'use client';

import { permissionRule } from '@assay/contracts';
import { Field, MultiSelect, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

const working: readonly string[] = permissionRule('task.work').project;

/** People of the project who may label, by name. */
export function PeopleField({
  projectId,
  people,
  onPeople,
  error,
}: {
  projectId: string;
  people: readonly string[];
  onPeople: (people: readonly string[]) => void;
  error?: string | undefined;
}) {
  const t = useTranslations('batches.people');
  const roles = useTranslations('roles');
  const trpc = useTRPC();
  const { path } = useOrg();
  const members = useQuery(trpc.project.members.queryOptions({ projectId }));
  const able = (members.data ?? []).filter((member) => member.roles.some((role) => working.includes(role)));
  return (
    <Field
      label={t('label')}
      id="people"
      required
      error={error}
      hint={t.rich('hint', {
        link: (text) => <TextLink href={path(`/projects/${projectId}/members`)}>{text}</TextLink>,
      })}
    >
      <MultiSelect
        value={people}
        onChange={onPeople}
        options={able.map((member) => ({
          value: member.userId,
          label: member.name,
          hint: member.roles.map((role) => roles(`project.${role}.name`)).join(', '),
        }))}
      />
    </Field>
  );
}
