import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './root.ts';
import { runNode, runNpm, toolFile } from './run-node.ts';
import { runVitest } from './run-vitest.ts';

/** What one part of the test run found. `output` is shown when something failed, `note` always. */
export type Outcome = { name: string; passed: number; failed: number; output: string; note?: string };

export type Check = { name: string; run: () => Promise<Outcome> };

/** A tool that passes or fails as a whole. */
function toolCheck(
  name: string,
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Check {
  return {
    name,
    run: async () => {
      const { code, output } = await runNode({ script: toolFile('.', script), args, env });
      return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
    },
  };
}

/** Types of every package, remembered while nothing that goes into them changes. Turbo wants pnpm on the path. */
const types: Check = {
  name: 'types',
  run: async () => {
    const { packageManager } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
      packageManager: string;
    };
    const { code, output } = await runNpm(
      [
        'exec',
        '--yes',
        `--package=${packageManager}`,
        '--',
        process.execPath,
        toolFile('.', 'turbo/bin/turbo'),
        ...['run', 'types', '--continue', '--output-logs=errors-only', '--no-color'],
      ],
      { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
    );
    return { name: 'types', passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
  },
};

/** The floor check must have read at least this many modules: a check that sees nothing must not pass. */
const LEAST_MODULES = 600;
const DEPCRUISE = 'dependency-cruiser/bin/dependency-cruise.mjs';
const FLOOR_ARGS = ['--config', '.dependency-cruiser.json', '--output-type', 'json'];

async function cruise(places: readonly string[]): Promise<{ errors: number; modules: number; text: string }> {
  const { output } = await runNode({ script: toolFile('.', DEPCRUISE), args: [...FLOOR_ARGS, ...places] });
  const { summary } = JSON.parse(output.slice(output.indexOf('{'))) as {
    summary: {
      error: number;
      totalCruised: number;
      violations: { rule: { name: string }; from: string; to: string }[];
    };
  };
  return {
    errors: summary.error,
    modules: summary.totalCruised,
    text: summary.violations.map((each) => `${each.rule.name}: ${each.from} -> ${each.to}`).join('\n'),
  };
}

/** Floors: no forbidden edge, enough modules read, and a violation that is planted is found. */
const floors: Check = {
  name: 'floors',
  run: async () => {
    const real = await cruise(['apps', 'packages']);
    const planted = path.join(root, 'packages/maths/stats/src/planted-violation.ts');
    await writeFile(
      planted,
      "import { can } from '../../../model/domain/src/access/can.ts';\nexport { can };\n",
    );
    const found = await cruise(['packages/maths/stats', 'packages/model/domain']).finally(() => rm(planted));
    const problems = [
      ...(real.errors === 0 ? [] : [real.text]),
      ...(real.modules >= LEAST_MODULES
        ? []
        : [`Only ${real.modules} modules were read, of at least ${LEAST_MODULES}.`]),
      ...(found.text.includes('floor-stats') ? [] : ['A planted violation was not found.']),
    ];
    return {
      name: 'floors',
      passed: 3 - problems.length,
      failed: problems.length,
      output: problems.join('\n'),
    };
  },
};

/** One vitest project; its output is shown when something failed. */
export function vitestCheck(project: 'unit' | 'integration', env: Record<string, string> = {}): Check {
  return {
    name: project,
    run: async () => {
      const { passed, failed, output, slowest } = await runVitest({ project, env });
      const note = slowest.map(({ file, ms }) => `     ${(ms / 1000).toFixed(0)} s ${file}`).join('\n');
      return { name: project, passed, failed, note, output: failed === 0 ? '' : output };
    },
  };
}

/** Everything but the browser. */
export const checks: readonly Check[] = [
  toolCheck('format and lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  types,
  floors,
  toolCheck('unused code and the catalogue', 'knip/bin/knip.js', ['--no-progress', '--no-config-hints']),
  vitestCheck('unit'),
  vitestCheck('integration'),
];
