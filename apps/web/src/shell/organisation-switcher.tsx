'use client';

import { Button, DropdownMenu } from '@assay/ui';
import { Building2, Check, ChevronsUpDown, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';

export function OrganisationSwitcher({
  current,
  organisations,
}: {
  current: { name: string; slug: string };
  organisations: readonly { name: string; slug: string }[];
}) {
  const t = useTranslations('shell');
  const router = useRouter();
  return (
    <DropdownMenu
      label={t('switchOrganisation')}
      trigger={
        <Button variant="secondary" className="w-full">
          <span className="min-w-0 flex-1 truncate text-left">{current.name}</span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0" />
        </Button>
      }
      groups={[
        {
          id: 'organisations',
          items: organisations.map((each) => ({
            id: each.slug,
            label: each.name,
            icon: each.slug === current.slug ? <Check aria-hidden /> : <Building2 aria-hidden />,
            onSelect: () => router.push(`/o/${each.slug}`),
          })),
        },
        {
          id: 'new',
          items: [
            {
              id: 'new',
              label: t('newOrganisation'),
              icon: <Plus aria-hidden />,
              onSelect: () => router.push('/welcome'),
            },
          ],
        },
      ]}
    />
  );
}
