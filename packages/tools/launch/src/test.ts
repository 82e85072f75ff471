import { runBrowserTests } from './browser-tests.ts';
import { generateClient } from './build.ts';
import { type Check, checks, vitestCheck } from './checks.ts';

const browser: Check = {
  name: 'browser',
  run: async () => ({ name: 'browser', ...(await runBrowserTests()) }),
};

/** The random parts of the tests at 100 times the size; hours, not minutes. */
export async function soak(args: string[]): Promise<number> {
  await generateClient();
  const env = { ASSAY_SOAK: '1' };
  return run([vitestCheck('unit', env), vitestCheck('integration', env)], args);
}

/** Every check and test, one after the other; the last line counts them. `npm test -- unit floors` runs only those. */
export async function test(args: string[]): Promise<number> {
  await generateClient();
  return run([...checks, browser], args);
}

async function run(all: readonly Check[], args: readonly string[]): Promise<number> {
  let passed = 0;
  let failed = 0;
  const chosen = all.filter((check) => args.length === 0 || args.includes(check.name));
  for (const check of chosen) {
    const start = Date.now();
    const outcome = await check.run();
    passed += outcome.passed;
    failed += outcome.failed;
    const seconds = ((Date.now() - start) / 1000).toFixed(0);
    process.stdout.write(
      `${outcome.failed === 0 ? 'ok  ' : 'FAIL'} ${check.name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)\n`,
    );
    if (outcome.note !== undefined && outcome.note !== '') process.stdout.write(`${outcome.note}\n`);
    if (outcome.failed > 0) process.stdout.write(`${outcome.output}\n`);
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
