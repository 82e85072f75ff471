import { getTranslations } from 'next-intl/server';
import { EntryFrame } from '~/entry/entry-frame.tsx';
import { SignUpForm } from '~/entry/sign-up-form.tsx';

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const t = await getTranslations('entry');
  return (
    <EntryFrame title={t('signUpTitle')}>
      <SignUpForm next={(await searchParams).next ?? null} />
    </EntryFrame>
  );
}
