import { metricDefinition, metricId } from '@assay/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { GuideFrame } from '~/screens/guide/guide-frame.tsx';
import { guideHeadings } from '~/screens/guide/guide-headings.ts';
import { GuideText } from '~/screens/guide/guide-text.tsx';
import { guidePaths, readGuideFile } from '~/server/guide-files.ts';

type Props = { params: Promise<{ org: string; page: string[] }> };

async function fileOf(params: Props['params']) {
  return readGuideFile((await params).page.map(decodeURIComponent).join('/'));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('common');
  return { title: (await fileOf(params))?.title ?? t('notFoundTitle') };
}

export default async function Page({ params }: Props) {
  const file = await fileOf(params);
  if (file === null) notFound();
  const t = await getTranslations('guide');
  const { org } = await params;
  const [folder, name] = file.path.includes('/') ? file.path.split('/') : ['', file.path];
  const metric = folder === 'metrics' ? metricId.safeParse(name) : null;
  return (
    <GuideFrame
      title={file.title}
      section={folder === 'metrics' || folder === 'generators' ? folder : 'handbook'}
      metric={metric?.success ? { id: metric.data, ...metricDefinition(metric.data) } : null}
      headings={guideHeadings(file.text)}
    >
      <GuideText
        page={file.path}
        text={file.text}
        pages={await guidePaths()}
        base={`/o/${org}`}
        nameOf={(part, place) => t(part, { place, title: file.title })}
      />
    </GuideFrame>
  );
}
