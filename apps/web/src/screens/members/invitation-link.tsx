'use client';

import { Callout, CodeBlock, DateTime } from '@assay/ui';
import { useTranslations } from 'next-intl';

type Props = { invitation: { link: string; expiresAt: string; mailed: boolean } };

/** The link of a new invitation, which cannot be shown again. */
export function InvitationLink({ invitation }: Props) {
  const t = useTranslations('members');
  return (
    <div className="flex flex-col gap-4">
      <Callout tone={invitation.mailed ? 'good' : 'info'} announce="status">
        {invitation.mailed ? t('mailed') : t('notMailed')}
      </Callout>
      <CodeBlock label={t('link')} code={invitation.link} copyLabel={t('copyLink')} />
      <p className="text-sm text-fg-secondary">
        {t('linkOnce')} {t('openUntil')}: <DateTime at={invitation.expiresAt} />
      </p>
    </div>
  );
}
