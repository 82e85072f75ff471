import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type MetricId, metricIds, recipeMethod } from '@assay/contracts';
import { root } from '../../root.ts';

/** A page that says less than this is none. */
const LEAST_WORDS = 60;

/** What a page has to say, each under a heading of its own. */
const OF_A_METRIC = ['Definition', 'Convention', 'When it misleads'];
const OF_A_GENERATOR = ['How', 'When', 'Privacy'];
/** Rows made elsewhere are a run like any other. */
const GENERATORS = [...recipeMethod.options, 'imported'];

/** Every metric and every generator has its page, and the page says what it has to. */
export async function missingPages(): Promise<{ looked: number; problems: string[] }> {
  const pages = [
    ...metricIds.map((id: MetricId) => ({ page: `docs/metrics/${id}.md`, wanted: OF_A_METRIC })),
    ...GENERATORS.map((method) => ({
      page: `docs/generators/${method}.md`,
      wanted: OF_A_GENERATOR,
    })),
  ];
  const problems: string[] = [];
  for (const { page, wanted } of pages) {
    const text = await readFile(path.join(root, page), 'utf8').catch(() => null);
    if (text === null) problems.push(`${page} is not there.`);
    else if (text.split(/\s+/).length < LEAST_WORDS) problems.push(`${page} says too little.`);
    else
      for (const heading of wanted)
        if (!text.split('\n').includes(`## ${heading}`))
          problems.push(`${page} has nothing under "${heading}".`);
  }
  return { looked: pages.length, problems };
}
