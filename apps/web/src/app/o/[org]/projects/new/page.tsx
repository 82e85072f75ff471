import { getTranslations } from 'next-intl/server';
import { NewProjectScreen } from '~/screens/projects/new-project-screen.tsx';

export async function generateMetadata() {
  const t = await getTranslations('projects');
  return { title: t('newTitle') };
}

export default function NewProjectPage() {
  return <NewProjectScreen />;
}
