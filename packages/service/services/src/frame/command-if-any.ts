import type { Actor } from '@assay/domain';
import { type CommandContext, command } from './command.ts';
import type { Deps } from './deps.ts';

/**
 * A command that may find that there is nothing to do: `run` then gives null, whatever it wrote is rolled back, and
 * nothing is recorded.
 */
export async function commandIfAny<T>(
  deps: Deps,
  actor: Actor,
  run: (context: CommandContext) => Promise<T | null>,
): Promise<T | null> {
  const nothing = new Error('There is nothing to do.');
  try {
    return await command(deps, actor, async (context) => {
      const result = await run(context);
      if (result === null) throw nothing;
      return result;
    });
  } catch (error) {
    if (error === nothing) return null;
    throw error;
  }
}
