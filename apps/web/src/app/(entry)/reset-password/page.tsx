import { Callout, TextLink } from '@assay/ui';
import { getTranslations } from 'next-intl/server';
import { EntryFrame } from '~/entry/entry-frame.tsx';
import { ResetPasswordForm } from '~/entry/password-forms.tsx';

export async function generateMetadata() {
  const t = await getTranslations('entry');
  return { title: t('resetTitle') };
}

export default async function ResetPasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string }>;
}) {
  const t = await getTranslations('entry');
  const { token } = await searchParams;
  return (
    <EntryFrame title={t('resetTitle')}>
      {token === undefined ? (
        <div className="flex flex-col gap-4">
          <Callout tone="bad">{t('resetBadLink')}</Callout>
          <TextLink href="/forgot-password">{t('forgotSend')}</TextLink>
        </div>
      ) : (
        <ResetPasswordForm token={token} />
      )}
    </EntryFrame>
  );
}
