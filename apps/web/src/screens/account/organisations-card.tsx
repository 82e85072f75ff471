'use client';

import type { OrgRole } from '@assay/contracts';
import { Badge, Card, LinkButton, UiLink } from '@assay/ui';
import { useTranslations } from 'next-intl';

type Props = { organisations: readonly { name: string; slug: string; roles: readonly OrgRole[] }[] };

export function OrganisationsCard({ organisations }: Props) {
  const t = useTranslations('account');
  const shell = useTranslations('shell');
  const roles = useTranslations('roles');
  return (
    <Card
      title={t('organisations')}
      actions={
        <LinkButton size="sm" href="/welcome">
          {shell('newOrganisation')}
        </LinkButton>
      }
      flush
    >
      {organisations.length === 0 ? (
        <p className="px-4 py-4 text-sm text-fg-secondary sm:px-5">{t('noOrganisations')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {organisations.map((organisation) => (
            <li key={organisation.slug} className="flex flex-wrap items-center">
              <UiLink
                href={`/o/${organisation.slug}`}
                className="ring-inside flex min-w-0 flex-1 basis-64 flex-wrap items-center justify-between gap-2 px-4 py-3 text-sm hover:bg-hover sm:px-5"
              >
                <span className="font-medium wrap-anywhere">{organisation.name}</span>
                <span className="flex flex-wrap gap-1">
                  {organisation.roles.map((role) => (
                    <Badge key={role}>{roles(`org.${role}.name`)}</Badge>
                  ))}
                </span>
              </UiLink>
              <LinkButton
                size="sm"
                variant="quiet"
                className="mx-2.5 mb-2 sm:mb-0"
                href={`/o/${organisation.slug}/notifications/choices`}
                aria-label={t('notificationsOf', { name: organisation.name })}
              >
                {t('notifications')}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
