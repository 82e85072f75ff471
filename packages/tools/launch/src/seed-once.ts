import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LaunchError } from './fail.ts';
import { root } from './root.ts';
import { runNode } from './run-node.ts';

/**
 * Seeds the demo the first time that a home is used. The seed itself skips what is there, so that one that was cut
 * off is finished by the next start. `ASSAY_DEMO=off` leaves it out.
 */
export async function seedOnce(
  home: string,
  env: Record<string, string>,
  say: (line: string) => void,
): Promise<void> {
  const marker = path.join(home, 'demo-seeded');
  if (process.env.ASSAY_DEMO === 'off' || existsSync(marker)) return;
  say('Preparing the demo project ...');
  const { code, output } = await runNode({
    script: path.join(root, 'packages/tools/scenarios/src/seed-demo.ts'),
    tsx: true,
    env,
  });
  if (code !== 0) throw new LaunchError(`The demo project could not be prepared:\n${output}`);
  await writeFile(marker, new Date().toISOString());
}
