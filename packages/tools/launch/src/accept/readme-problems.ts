import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../root.ts';
import { widthOfPng } from './width-of-png.ts';

const PEOPLE = ['annotator', 'expert', 'manager', 'engineer', 'auditor'] as const;
/** A page that says less than this is none. */
const LEAST_WORDS = 120;
/** A picture of a window, not an icon. */
const LEAST_WIDTH = 800;

const textOf = (file: string) => readFile(path.join(root, file), 'utf8').catch(() => null);

/** What README.md and docs/ have to hold, and what of it is not there. */
export async function readmeProblems(): Promise<{ looked: number; problems: string[] }> {
  const readme = (await textOf('README.md')) ?? '';
  const [, beginning = ''] = /^# .+\n+([^#!`]+)/.exec(readme) ?? [];
  const pictures = [...readme.matchAll(/!\[([^\]]+)\]\(([^)\s]+)\)/g)];
  const widths = await Promise.all(pictures.map(([, , file]) => widthOfPng(file ?? '')));
  const isThere: [string, boolean][] = [
    ['README.md does not say at its beginning what it is.', beginning.split(/\s+/).length > 15],
    ['README.md shows no screenshot that exists.', widths.some((width) => (width ?? 0) >= LEAST_WIDTH)],
    ['README.md does not show the two commands.', /```sh\ngit clone [^\n]+\nnpm start\n```/.test(readme)],
    [
      'README.md does not describe the deployment.',
      /^##+ .*deploy/im.test(readme) &&
        readme.includes('(docker-compose.yml)') &&
        /docker compose up/.test(readme),
    ],
  ];
  for (const person of PEOPLE) {
    const page = await textOf(`docs/${person}.md`);
    const words = page?.split(/\s+/).length ?? 0;
    isThere.push(
      [`docs/${person}.md is not there, or says too little.`, words >= LEAST_WORDS],
      [`README.md does not lead to docs/${person}.md.`, readme.includes(`(docs/${person}.md)`)],
    );
  }
  return { looked: isThere.length, problems: isThere.filter(([, there]) => !there).map(([text]) => text) };
}
