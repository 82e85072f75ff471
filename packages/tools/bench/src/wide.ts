import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figure.ts';
import { wideCsv } from './wide-table.ts';

const CLI = fileURLToPath(new URL('../../../../apps/cli/src/main.ts', import.meta.url));
/** What the process says of itself as it ends, on a pipe of its own. */
const SAY_USED =
  "data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,JSON.stringify(process.resourceUsage())))";

const SEED = 'wide';
/** Rows of one distribution that are told apart by their numbers. */
const FROM = { real: 0, synthetic: 10_000_000, unseen: 20_000_000 } as const;
/** The synthetic rows lose a tenth of what hangs together. */
const BLUR = 0.1;
/** One unseen row for four real ones. */
const UNSEEN = 4;

/** Seconds, processor time and peak memory of `assay validate` on 200 columns and so many rows on each side. */
export async function wideBench(wideRows: number): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-wide-'));
  try {
    const file = (name: string) => path.join(folder, name);
    const sides = [
      ['real', wideRows, 0],
      ['synthetic', wideRows, BLUR],
      ['unseen', Math.max(1, Math.floor(wideRows / UNSEEN)), 0],
    ] as const;
    for (const [side, rows, blur] of sides)
      await pipeline(
        wideCsv({ rows, from: FROM[side], seed: SEED, blur }),
        createWriteStream(file(`${side}.csv`)),
      );
    const bytes = sides.reduce((sum, [side]) => sum + statSync(file(`${side}.csv`)).size, 0);
    const start = performance.now();
    const used = await validate([
      ...['--real', file('real.csv'), '--synthetic', file('synthetic.csv'), '--holdout', file('unseen.csv')],
      ...['--target', 'flag_00', '--favourable', 'true', '--sensitive', 'flag_01,cat_01'],
      ...['--quasi', 'cat_01,cat_02,flag_03', '--json', file('report.json'), '--html', file('report.html')],
    ]);
    const seconds = (performance.now() - start) / 1000;
    return [
      { name: 'wide table: columns', value: 200, unit: 'columns' },
      { name: 'wide table: real and synthetic rows, each', value: wideRows, unit: 'rows' },
      { name: 'wide table: files', value: bytes / 1e6, unit: 'MB' },
      { name: `wide table, ${wideRows} rows: validated in`, value: seconds, unit: 's' },
      {
        name: `wide table, ${wideRows} rows: processor time`,
        value: (used.userCPUTime + used.systemCPUTime) / 1e6,
        unit: 's',
      },
      { name: `wide table, ${wideRows} rows: peak memory`, value: used.maxRSS / 1024, unit: 'MB' },
      { name: 'wide table: document', value: statSync(file('report.json')).size / 1e6, unit: 'MB' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the command line in a process of its own. A verdict that is not green ends with 1 and is a report as well. */
function validate(args: readonly string[]): Promise<NodeJS.ResourceUsage> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [...process.execArgv, '--import', SAY_USED, CLI, 'validate', ...args],
      {
        stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      },
    );
    const heard = { said: '', used: '' };
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      heard.said = (heard.said + text).slice(-2000);
    });
    (child.stdio[3] as Readable).setEncoding('utf8').on('data', (text: string) => {
      heard.used += text;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0 || code === 1) resolve(JSON.parse(heard.used) as NodeJS.ResourceUsage);
      else reject(new Error(`assay validate ended with ${signal ?? code}: ${heard.said.trim()}`));
    });
  });
}
