import { parseArgs } from 'node:util';
import type { AcceptanceLine, Given, Step } from './acceptance-line.ts';
import { formatTable } from './format-table.ts';
import { issueOne } from './issue-1/index.ts';
import { issueTwo } from './issue-2/index.ts';
import { issueThree } from './issue-3/index.ts';
import { issueFour } from './issue-4/index.ts';

/** The issues that have a proof of each of their acceptance lines. */
const issues: Readonly<Record<string, readonly AcceptanceLine[]>> = {
  '1': issueOne,
  '2': issueTwo,
  '3': issueThree,
  '4': issueFour,
};

const USAGE = `Usage: npm run accept -- N [--line K] [--pair DIR] [--adult DIR]

Proves the acceptance lines of issue N by running what they say. Issues with proofs: ${Object.keys(issues).join(', ')}.

  --line K     only that line
  --pair DIR   folder of NAME-real.csv, NAME-synthetic.csv and NAME-expected.json, which holds what SDMetrics prints
               for the two tables (issue 2, line 1)
  --adult DIR  folder of adult-train.csv and adult-test.csv (issue 2, line 6)

What needs a folder that is not given is not run, and its line does not count as passed.
`;
/** Of what a failed command said, this much is shown. */
const SHOWN_LINES = 60;

function readArguments(
  args: readonly string[],
): { lines: readonly AcceptanceLine[]; only: number | null; given: Given } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { line: { type: 'string' }, pair: { type: 'string' }, adult: { type: 'string' } },
      allowPositionals: true,
    });
    const lines = issues[positionals[0] ?? ''];
    if (lines === undefined || positionals.length > 1) return null;
    const given = { pair: values.pair, adult: values.adult };
    if (values.line === undefined) return { lines, only: null, given };
    const only = Number(values.line);
    return Number.isInteger(only) && lines[only - 1] !== undefined ? { lines, only, given } : null;
  } catch {
    return null;
  }
}

const resultOf = (step: Step) => (step.passed ? 'pass' : step.notRun ? 'not run' : 'FAIL');

/** Proves each line by its commands and prints what they said; ends with how many lines passed, failed and were not wholly run. */
export async function accept(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const rows: string[][] = [];
  let passed = 0;
  let failed = 0;
  let partly = 0;
  for (const [place, line] of asked.lines.entries()) {
    if (asked.only !== null && asked.only !== place + 1) continue;
    process.stderr.write(`\n${place + 1}. ${line.text}\n`);
    const steps: Step[] = [];
    let since = Date.now();
    const did = (step: Step) => {
      const seconds = ((Date.now() - since) / 1000).toFixed(1);
      since = Date.now();
      steps.push(step);
      rows.push([String(place + 1), step.command, step.printed, resultOf(step), seconds]);
      process.stderr.write(`   ${resultOf(step)}  ${step.command}: ${step.printed} (${seconds} s)\n`);
      if (resultOf(step) === 'FAIL') {
        const said = step.output.trimEnd().split('\n').slice(-SHOWN_LINES);
        process.stderr.write(`${said.map((text) => `      | ${text}`).join('\n')}\n`);
      }
    };
    try {
      await line.run(did, asked.given);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      did({ command: 'the proof itself', printed: text, passed: false, output: String(error) });
    }
    const results = steps.map(resultOf);
    if (results.length === 0 || results.includes('FAIL')) failed += 1;
    else if (results.includes('not run')) partly += 1;
    else passed += 1;
  }
  process.stdout.write(
    `\n${formatTable(['line', 'command', 'what it printed last', 'result', 'seconds'], rows)}`,
  );
  const rest = partly === 0 ? '' : `, ${partly} not wholly run`;
  process.stdout.write(`${passed} passed, ${failed} failed${rest}\n`);
  return failed === 0 && passed + partly > 0 ? 0 : 1;
}
