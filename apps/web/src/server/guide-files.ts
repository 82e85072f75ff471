import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { cache } from 'react';

/** The documentation lies beside the application, in the repository as in its images. */
const folder = path.join(/* turbopackIgnore: true */ process.cwd(), '../../docs');

/** One page of the guide: `path` is that of its file below docs/, without the ending. */
export type GuideFile = { path: string; title: string; text: string };

/** The paths of all pages, sorted. Only these are ever read, so that no address leads out of the folder. */
export const guidePaths = cache(async (): Promise<string[]> => {
  const files = await readdir(folder, { recursive: true });
  return files
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -'.md'.length))
    .sort();
});

/** A page with its title, the first heading, taken out of the text; null where there is none of that path. */
export const readGuideFile = cache(async (page: string): Promise<GuideFile | null> => {
  if (!(await guidePaths()).includes(page)) return null;
  const whole = await readFile(path.join(folder, `${page}.md`), 'utf8');
  const [heading = '', ...rest] = whole.split('\n');
  return { path: page, title: plainText(heading.replace(/^#+\s*/, '')), text: rest.join('\n').trim() };
});

/** A picture of the guide; null where there is none of that name. */
export async function readGuideImage(name: string): Promise<Buffer | null> {
  const images = path.join(folder, 'images');
  if (!name.endsWith('.png') || !(await readdir(images)).includes(name)) return null;
  return readFile(path.join(images, name));
}

/** A heading without the marks of Markdown. */
function plainText(markdown: string): string {
  return markdown.replaceAll(/[`*_]/g, '').trim();
}
