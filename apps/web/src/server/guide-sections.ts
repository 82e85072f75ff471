import { type MetricStage, metricDefinition, metricStages } from '@assay/contracts';
import { getTranslations } from 'next-intl/server';
import type { GuideEntry, GuideSection } from '~/screens/guide/guide-index.tsx';
import { guidePaths, readGuideFile } from './guide-files.ts';

const STAGES = Object.keys(metricStages) as MetricStage[];
/** The default first, then what it is compared with, then what was made elsewhere. */
const GENERATORS = ['tree', 'copula', 'independent', 'rules', 'imported'] as const;

async function entriesOf(pages: readonly string[]): Promise<GuideEntry[]> {
  const files = await Promise.all(pages.map((page) => readGuideFile(page)));
  return files.flatMap((file) => (file === null ? [] : [{ page: file.path, name: file.title, about: null }]));
}

/** What a page says in its first section, without marks. */
function firstWords(text: string): string | null {
  const words = text.split('\n').find((line) => line !== '' && !line.startsWith('#'));
  return words?.replaceAll(/[`*_]/g, '') ?? null;
}

/** Every page of the guide in the order in which it is read. */
export async function guideSections(): Promise<GuideSection[]> {
  const t = await getTranslations('guide');
  const pages = await guidePaths();
  const decisions = pages.filter((page) => page.startsWith('decisions/'));
  const handbook = pages.filter((page) => !page.includes('/'));
  return [
    {
      id: 'metrics',
      groups: await Promise.all(
        STAGES.map(async (stage) => ({
          id: stage,
          title: t(`stages.${stage}`),
          entries: await Promise.all(
            metricStages[stage].map(async (metric) => {
              const page = `metrics/${metric}`;
              const about = firstWords((await readGuideFile(page))?.text ?? '');
              return { page, name: metricDefinition(metric).name, about };
            }),
          ),
        })),
      ),
    },
    {
      id: 'generators',
      groups: [
        {
          id: 'generators',
          title: '',
          entries: await Promise.all(
            GENERATORS.map(async (name) => {
              const page = `generators/${name}`;
              const file = await readGuideFile(page);
              return { page, name: file?.title ?? name, about: t(`generators.${name}`) };
            }),
          ),
        },
      ],
    },
    {
      id: 'handbook',
      groups: [
        { id: 'handbook', title: '', entries: await entriesOf(handbook) },
        { id: 'decisions', title: t('decisions'), entries: await entriesOf(decisions) },
      ],
    },
  ];
}
