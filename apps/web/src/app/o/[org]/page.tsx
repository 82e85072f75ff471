import { getTranslations } from 'next-intl/server';
import { HomeScreen } from '~/screens/home/home-screen.tsx';

export async function generateMetadata() {
  const t = await getTranslations('shell');
  return { title: t('home') };
}

export default function HomePage() {
  return <HomeScreen />;
}
