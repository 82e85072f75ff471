import { getTranslations } from 'next-intl/server';
import { ApiKeysScreen } from '~/screens/api-keys/api-keys-screen.tsx';

export async function generateMetadata() {
  const t = await getTranslations('apiKeys');
  return { title: t('title') };
}

export default function Page() {
  return <ApiKeysScreen />;
}
