import { getTranslations } from 'next-intl/server';
import { ProjectsScreen } from '~/screens/projects/projects-screen.tsx';

export async function generateMetadata() {
  const t = await getTranslations('projects');
  return { title: t('title') };
}

export default function ProjectsPage() {
  return <ProjectsScreen />;
}
