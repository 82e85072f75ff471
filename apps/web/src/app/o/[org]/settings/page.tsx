import { getTranslations } from 'next-intl/server';
import { SettingsScreen } from '~/screens/settings/settings-screen.tsx';

export async function generateMetadata() {
  const t = await getTranslations('settings');
  return { title: t('title') };
}

export default function Page() {
  return <SettingsScreen />;
}
