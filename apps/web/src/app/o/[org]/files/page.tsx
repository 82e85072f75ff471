import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WhatIsThisFile } from '~/screens/versions/what-is-this-file.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('versions');
  return { title: t('titles.file') };
}

export default function Page() {
  return <WhatIsThisFile />;
}
