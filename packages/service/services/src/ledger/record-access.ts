import type { Actor } from '@assay/domain';
import { command, type Happened } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

/**
 * Records that something was seen, taken out or refused: an event without another effect. Call it before the data
 * goes out, so that nothing is seen that is not on record.
 *
 * @returns the event's id
 */
export function recordAccess(deps: Deps, actor: Actor, happened: Happened): Promise<string> {
  return command(deps, actor, ({ record }) => record(happened));
}
