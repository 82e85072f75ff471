import { getTranslations } from 'next-intl/server';
import { EntryFrame } from '~/entry/entry-frame.tsx';
import { SignInForm } from '~/entry/sign-in-form.tsx';

export async function generateMetadata() {
  const t = await getTranslations('entry');
  return { title: t('signInTitle') };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string; email?: string }>;
}) {
  const t = await getTranslations('entry');
  const { next, email } = await searchParams;
  return (
    <EntryFrame title={t('signInTitle')}>
      <SignInForm next={next ?? null} email={email ?? ''} />
    </EntryFrame>
  );
}
