import { getTranslations } from 'next-intl/server';
import { LogList } from '~/screens/log/log-list.tsx';

export async function generateMetadata() {
  const t = await getTranslations('log');
  return { title: t('title') };
}

export default function Page() {
  return <LogList />;
}
