import { getTranslations } from 'next-intl/server';
import { TrashScreen } from '~/screens/trash/trash-screen.tsx';

export async function generateMetadata() {
  const t = await getTranslations('trash');
  return { title: t('title') };
}

export default function Page() {
  return <TrashScreen />;
}
