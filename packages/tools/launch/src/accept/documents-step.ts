import type { Step } from './acceptance-line.ts';

/** Looks at documents; that proves its part when something was looked at and nothing was wrong. */
export async function documentsStep(
  command: string,
  check: () => Promise<{ looked: number; problems: readonly string[] }>,
): Promise<Step> {
  const { looked, problems } = await check();
  return {
    command,
    printed: problems[0] ?? `${looked} looked at, nothing missing`,
    passed: problems.length === 0 && looked > 0,
    output: problems.join('\n'),
  };
}
