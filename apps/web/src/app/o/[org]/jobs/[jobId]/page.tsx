import { getTranslations } from 'next-intl/server';
import { JobDetail } from '~/screens/jobs/job-detail.tsx';

export async function generateMetadata() {
  const t = await getTranslations('jobs');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ jobId: string }> }) {
  const { jobId } = await params;
  return <JobDetail jobId={jobId} />;
}
