import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type MetricId, metricIds, recipeMethod } from '@assay/contracts';
import { root } from '../../root.ts';

/** A page that says less than this is none. */
const LEAST_WORDS = 60;

/** What a page has to say, by its headings or in its text. */
const OF_A_METRIC = [/definition|what it is|what it says/i, /convention/i, /mislead/i];
const OF_A_GENERATOR = [/^#+ .*\bhow\b/im, /^#+ .*\bwhen\b/im, /^#+ .*\bprivacy\b/im];

/** Every metric and every generator has its page, and the page says what it has to. */
export async function missingPages(): Promise<{ looked: number; problems: string[] }> {
  const pages = [
    ...metricIds.map((id: MetricId) => ({ page: `docs/metrics/${id}.md`, wanted: OF_A_METRIC })),
    ...recipeMethod.options.map((method) => ({
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
      for (const each of wanted)
        if (!each.test(text)) problems.push(`${page} does not say its ${each.source}.`);
  }
  return { looked: pages.length, problems };
}
