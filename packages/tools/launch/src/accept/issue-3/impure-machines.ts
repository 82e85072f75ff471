import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../root.ts';

const DOMAIN = 'packages/model/domain/src';
/** A task's machine holds its lease, too. */
const MACHINES = [
  'work/task-state.ts',
  'review/review-state.ts',
  'guideline/guideline-state.ts',
  'release/release-state.ts',
];
/** The domain's own files and the contracts: nothing that reads, writes, waits or tells the time. */
const PURE = /^(@assay\/(contracts|stats)|\.{1,2}\/)/;
const ELSEWHERE = /\b(Date\.now|new Date\(\)|Math\.random|fetch\(|process\.|await )/;

/** Files of state machines that are gone, or that could do anything but decide. */
export async function impureMachines(): Promise<{ looked: number; problems: string[] }> {
  const problems: string[] = [];
  for (const machine of MACHINES) {
    const text = await readFile(path.join(root, DOMAIN, machine), 'utf8').catch(() => null);
    if (text === null) {
      problems.push(`${machine} is not there.`);
      continue;
    }
    for (const [, from = ''] of text.matchAll(/\bfrom '([^']+)'/g))
      if (!PURE.test(from)) problems.push(`${machine} imports ${from}.`);
    const found = ELSEWHERE.exec(text);
    if (found !== null) problems.push(`${machine} has ${found[0].trim()}.`);
  }
  return { looked: MACHINES.length, problems };
}
