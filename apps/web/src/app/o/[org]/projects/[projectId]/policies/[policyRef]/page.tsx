import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PolicyScreen } from '~/screens/policies/policy-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('policies');
  return { title: t('oneTitle') };
}

type Params = { params: Promise<{ projectId: string; policyRef: string }> };

export default async function Page({ params }: Params) {
  const { projectId, policyRef } = await params;
  return <PolicyScreen projectId={projectId} policyRef={policyRef} />;
}
