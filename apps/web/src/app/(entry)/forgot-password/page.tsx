import { getTranslations } from 'next-intl/server';
import { EntryFrame } from '~/entry/entry-frame.tsx';
import { ForgotPasswordForm } from '~/entry/password-forms.tsx';
import { server } from '~/server/deps.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata() {
  const t = await getTranslations('entry');
  return { title: t('forgotTitle') };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations('entry');
  const { deps } = await server();
  return (
    <EntryFrame title={t('forgotTitle')}>
      <ForgotPasswordForm hasMail={deps.sendMail !== null} />
    </EntryFrame>
  );
}
