import { getTranslations } from 'next-intl/server';
import { EntryFrame } from '~/entry/entry-frame.tsx';
import { SignUpForm } from '~/entry/sign-up-form.tsx';

export async function generateMetadata() {
  const t = await getTranslations('entry');
  return { title: t('signUpTitle') };
}

export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string; email?: string }>;
}) {
  const t = await getTranslations('entry');
  const { next, email } = await searchParams;
  return (
    <EntryFrame title={t('signUpTitle')}>
      <SignUpForm next={next ?? null} email={email ?? ''} />
    </EntryFrame>
  );
}
