import { getTranslations } from 'next-intl/server';
import { MembersScreen } from '~/screens/members/members-screen.tsx';

export async function generateMetadata() {
  const t = await getTranslations('members');
  return { title: t('title') };
}

export default function Page() {
  return <MembersScreen />;
}
