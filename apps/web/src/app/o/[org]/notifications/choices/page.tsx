import { getTranslations } from 'next-intl/server';
import { ChoicesScreen } from '~/screens/notifications/choices-screen.tsx';

export async function generateMetadata() {
  const t = await getTranslations('notifications.choices');
  return { title: t('title') };
}

export default function Page() {
  return <ChoicesScreen />;
}
