import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../root.ts';
import { widthOfPng } from '../width-of-png.ts';

const PEOPLE = ['annotator', 'expert', 'manager', 'engineer', 'auditor'] as const;
/** A page that says less than this is none. */
const LEAST_WORDS = 300;
/** A picture of a window, not an icon. */
const LEAST_WIDTH = 800;

/** Private fitting, with its budget, is no part of labelling and release. */
const ELSEWHERE = /privacy budget is not built/;

/** Pages of people that are gone, say too little, say that something is not built, or show no screenshot. */
export async function incompletePages(): Promise<{ looked: number; problems: string[] }> {
  const problems: string[] = [];
  for (const person of PEOPLE) {
    const page = `docs/${person}.md`;
    const text = await readFile(path.join(root, page), 'utf8').catch(() => null);
    if (text === null) {
      problems.push(`${page} is not there.`);
      continue;
    }
    if (text.split(/\s+/).length < LEAST_WORDS) problems.push(`${page} says too little.`);
    const unbuilt = /[^.\n]*\b(not built yet|is not built|are not built)\b[^.\n]*/.exec(text);
    if (unbuilt !== null && !ELSEWHERE.test(unbuilt[0]))
      problems.push(`${page} says: ${unbuilt[0].replaceAll('*', '').trim()}.`);
    const pictures = [...text.matchAll(/!\[[^\]]+\]\(([^)\s]+)\)/g)].map(([, file]) => `docs/${file}`);
    const widths = await Promise.all(pictures.map(widthOfPng));
    if (!widths.some((width) => (width ?? 0) >= LEAST_WIDTH)) problems.push(`${page} shows no screenshot.`);
  }
  return { looked: PEOPLE.length, problems };
}
