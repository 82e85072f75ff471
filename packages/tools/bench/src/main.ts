import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bars, judgeBars } from './bars.ts';
import type { Figure } from './figure.ts';
import { type Inputs, parts } from './parts.ts';
import { barLines, figureLine } from './print-figures.ts';
import type { Heard } from './run-part.ts';

const RUN_PART = fileURLToPath(new URL('./run-part.ts', import.meta.url));

const WIDE_ROWS = 1_000_000;

const USAGE = `Usage: npm run bench -- [PART]... [--issue N] [--adult DIR] [--wide-rows N] [--json FILE]

Measures, prints each figure, and judges the bars. Parts: ${parts.map(({ name }) => name).join(', ')}.

  --issue N    the parts of one issue's bars: 1, 2, 3 or 4
  --adult DIR  folder of adult-train.csv and adult-test.csv. Without it the bars on Adult are not run, and the same is
               measured on the demo's wildlife strikes
  --wide-rows N
               also the part "wide", which validates a table of 200 columns and N rows; by that part's name alone
               1,000,000 rows, for which it needs 4 GB of disk and up to half an hour
  --json FILE  write the judged bars as JSON
`;

/** Runs one part in a process of its own, so that the memory of another does not count for it. */
function runPart(name: string, inputs: Inputs): Promise<Figure[]> {
  return new Promise((resolve, reject) => {
    const child = fork(RUN_PART, [name, JSON.stringify(inputs)]);
    let figures: Figure[] | null = null;
    child.on('message', (heard) => {
      ({ figures } = heard as Heard);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (figures === null) reject(new Error(`The part ${name} ended with ${code} before it had measured.`));
      else resolve(figures);
    });
  });
}

/** Ends with 1 when a part could not be measured; a missed bar is a finding, and is printed. */
async function bench(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      adult: { type: 'string' },
      issue: { type: 'string' },
      'wide-rows': { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const chosen = parts.filter(
    ({ name, issue, onlyAsked }) =>
      (positionals.includes(name) ||
        (onlyAsked === true ? values['wide-rows'] !== undefined : positionals.length === 0)) &&
      (values.issue === undefined || values.issue === String(issue)),
  );
  const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
  const wideRows = Number(values['wide-rows'] ?? WIDE_ROWS);
  const wrong = unknown.length > 0 || chosen.length === 0 || !(Number.isInteger(wideRows) && wideRows >= 100);
  if (values.help === true || wrong) {
    process.stderr.write(`${unknown.map((name) => `There is no part "${name}".\n`).join('')}${USAGE}`);
    return 2;
  }
  const load = loadavg().map((each) => each.toFixed(1));
  process.stdout.write(
    `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, load ${load.join(', ')}\n`,
  );
  const figures: (Figure & { part: string })[] = [];
  let failed = false;
  for (const { name } of chosen) {
    try {
      for (const figure of await runPart(name, { adult: values.adult, wideRows })) {
        figures.push({ ...figure, part: name });
        process.stdout.write(figureLine(name, figure));
      }
    } catch (error) {
      failed = true;
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  const judged = judgeBars(
    bars.filter((bar) => chosen.some(({ name }) => name === bar.part)),
    figures,
  );
  process.stdout.write(`\n${barLines(judged)}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(judged, null, 2)}\n`);
  return failed ? 1 : 0;
}

process.exit(await bench(process.argv.slice(2)));
