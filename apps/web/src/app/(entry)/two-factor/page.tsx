import { getTranslations } from 'next-intl/server';
import { EntryFrame } from '~/entry/entry-frame.tsx';
import { TwoFactorForm } from '~/entry/two-factor-form.tsx';

export async function generateMetadata() {
  const t = await getTranslations('entry');
  return { title: t('twoFactorTitle') };
}

export default async function TwoFactorPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const t = await getTranslations('entry');
  return (
    <EntryFrame title={t('twoFactorTitle')}>
      <TwoFactorForm next={(await searchParams).next ?? null} />
    </EntryFrame>
  );
}
