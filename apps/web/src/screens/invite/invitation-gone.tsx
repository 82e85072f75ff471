'use client';

import { Callout, LinkButton } from '@assay/ui';
import { useTranslations } from 'next-intl';

type Props = { state: 'open' | 'accepted' | 'revoked' | 'expired' | null; signedIn: boolean };

/** Why a link does not work, and the way on. */
export function InvitationGone({ state, signedIn }: Props) {
  const t = useTranslations('entry');
  const why = {
    accepted: t('inviteAccepted'),
    revoked: t('inviteRevoked'),
    expired: t('inviteExpired'),
    open: t('inviteUnknown'),
  }[state ?? 'open'];
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="warn">{why}</Callout>
      <p className="text-sm text-fg-secondary">{t('inviteGoneBody')}</p>
      <LinkButton href={signedIn ? '/' : '/sign-in'} variant="primary">
        {signedIn ? t('inviteToStart') : t('signIn')}
      </LinkButton>
    </div>
  );
}
