import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../root.ts';
import { anchorsOf, linksOf } from './markdown-links.ts';

/** Every relative link of the README, of CONTRIBUTING and below docs/: its file and its heading have to be there. */
export async function brokenLinks(): Promise<{ looked: number; problems: string[] }> {
  const below = await readdir(path.join(root, 'docs'), { recursive: true });
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    ...below.filter((file) => file.endsWith('.md')).map((file) => path.join('docs', file)),
  ];
  let looked = 0;
  const problems: string[] = [];
  for (const page of pages) {
    for (const link of linksOf(await readFile(path.join(root, page), 'utf8'))) {
      looked += 1;
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? page : path.join(path.dirname(page), decodeURIComponent(file));
      const full = path.join(root, target);
      if (!existsSync(full)) problems.push(`${page} leads to ${link}, which is not there.`);
      else if (anchor !== undefined && target.endsWith('.md')) {
        const anchors = anchorsOf(await readFile(full, 'utf8'));
        if (!anchors.has(anchor)) problems.push(`${page} leads to ${link}, a heading that is not there.`);
      }
    }
  }
  return { looked, problems };
}
