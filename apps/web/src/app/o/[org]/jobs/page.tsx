import { getTranslations } from 'next-intl/server';
import { JobList } from '~/screens/jobs/job-list.tsx';

export async function generateMetadata() {
  const t = await getTranslations('jobs');
  return { title: t('title') };
}

export default function Page() {
  return <JobList />;
}
