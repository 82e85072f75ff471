'use client';

import type { OrgRole } from '@assay/contracts';
import { PageHeader } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { AccountFrame } from './account-frame.tsx';
import { DeleteAccountCard } from './delete-account-card.tsx';
import { OrganisationsCard } from './organisations-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { ProfileCard } from './profile-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import { TwoFactorCard } from './two-factor-card.tsx';

type Props = {
  person: { name: string; email: string; twoFactor: boolean };
  sessionId: string;
  back: { name: string; href: string } | null;
  organisations: readonly { name: string; slug: string; roles: readonly OrgRole[] }[];
};

/** What concerns one person in every organisation: name, password, two-factor, sessions, the end of the account. */
export function AccountScreen({ person, sessionId, back, organisations }: Props) {
  const t = useTranslations('account');
  return (
    <AccountFrame back={back}>
      <PageHeader title={t('title')} description={person.email} />
      <div className="flex flex-col gap-6">
        <ProfileCard name={person.name} email={person.email} />
        <PasswordCard email={person.email} />
        <TwoFactorCard enabled={person.twoFactor} />
        <SessionsCard currentId={sessionId} />
        <OrganisationsCard organisations={organisations} />
        <DeleteAccountCard />
      </div>
    </AccountFrame>
  );
}
