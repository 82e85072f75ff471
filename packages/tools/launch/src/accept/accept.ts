import type { AcceptanceLine, Step } from './acceptance-line.ts';
import { formatTable } from './format-table.ts';
import { issueOne } from './issue-1/index.ts';

/** The issues that have a proof of each of their acceptance lines. */
const issues: Readonly<Record<string, readonly AcceptanceLine[]>> = { '1': issueOne };

const USAGE = `Usage: npm run accept -- N [--line K]

Proves the acceptance lines of issue N by running what they say. Issues with proofs: ${Object.keys(issues).join(', ')}.
`;
/** Of what a failed command said, this much is shown. */
const SHOWN_LINES = 60;

function readArguments(
  args: readonly string[],
): { lines: readonly AcceptanceLine[]; only: number | null } | null {
  const [issue, flag, number, ...rest] = args;
  const lines = issues[issue ?? ''];
  if (lines === undefined || rest.length > 0) return null;
  if (flag === undefined) return { lines, only: null };
  const only = Number(number);
  return flag === '--line' && Number.isInteger(only) && lines[only - 1] !== undefined
    ? { lines, only }
    : null;
}

/** Proves each line by its commands and prints what they said; ends with how many lines passed and failed. */
export async function accept(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const rows: string[][] = [];
  let passed = 0;
  let failed = 0;
  for (const [place, line] of asked.lines.entries()) {
    if (asked.only !== null && asked.only !== place + 1) continue;
    process.stderr.write(`\n${place + 1}. ${line.text}\n`);
    const steps: Step[] = [];
    let since = Date.now();
    const did = (step: Step) => {
      const seconds = ((Date.now() - since) / 1000).toFixed(1);
      since = Date.now();
      steps.push(step);
      rows.push([String(place + 1), step.command, step.printed, step.passed ? 'pass' : 'FAIL', seconds]);
      process.stderr.write(
        `   ${step.passed ? 'pass' : 'FAIL'}  ${step.command}: ${step.printed} (${seconds} s)\n`,
      );
      if (!step.passed) {
        const said = step.output.trimEnd().split('\n').slice(-SHOWN_LINES);
        process.stderr.write(`${said.map((text) => `      | ${text}`).join('\n')}\n`);
      }
    };
    try {
      await line.run(did);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      did({ command: 'the proof itself', printed: text, passed: false, output: String(error) });
    }
    if (steps.length > 0 && steps.every((step) => step.passed)) passed += 1;
    else failed += 1;
  }
  process.stdout.write(
    `\n${formatTable(['line', 'command', 'what it printed last', 'result', 'seconds'], rows)}`,
  );
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
