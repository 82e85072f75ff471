import { getTranslations } from 'next-intl/server';
import { EntryFrame } from '~/entry/entry-frame.tsx';
import { SignInForm } from '~/entry/sign-in-form.tsx';

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const t = await getTranslations('entry');
  return (
    <EntryFrame title={t('signInTitle')}>
      <SignInForm next={(await searchParams).next ?? null} />
    </EntryFrame>
  );
}
