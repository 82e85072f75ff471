import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GuestPage } from '~/screens/releases/guest-page.tsx';
import { Api } from '~/trpc/client.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('releases');
  return { title: t('guest.title'), robots: { index: false }, referrer: 'no-referrer' };
}

export default function Page() {
  return (
    <Api org={null}>
      <GuestPage />
    </Api>
  );
}
