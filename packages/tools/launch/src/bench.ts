import path from 'node:path';
import { generateClient } from './build.ts';
import { root } from './root.ts';
import { runNode } from './run-node.ts';

/** Runs the benchmarks, which print as they go. */
export async function bench(args: string[]): Promise<number> {
  await generateClient();
  const script = path.join(root, 'packages/tools/bench/src/main.ts');
  const { code } = await runNode({ script, args, tsx: true, output: 'show' });
  return code;
}
