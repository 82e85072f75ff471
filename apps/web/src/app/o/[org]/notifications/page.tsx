import { getTranslations } from 'next-intl/server';
import { NotificationsScreen } from '~/screens/notifications/notifications-screen.tsx';

export async function generateMetadata() {
  const t = await getTranslations('notifications');
  return { title: t('title') };
}

export default function Page() {
  return <NotificationsScreen />;
}
