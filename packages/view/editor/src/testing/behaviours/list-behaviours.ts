import { BUILT_IN } from '../../commands/commands.ts';
import { toolsWith } from '../../tools/tools.ts';
import { type Behaviour, press } from './behaviour.ts';
import { type CommandBehaviour, commandBehaviours } from './command-behaviours.ts';
import { toolBehaviours } from './tool-behaviours.ts';

/** A behaviour to be proven, with its name. */
export type Named = readonly [name: string, behaviour: Behaviour];

/**
 * A behaviour of each tool that an editor has.
 *
 * @throws Error where one has none
 */
export const behavioursOfTools = (): Named[] =>
  [...toolsWith({}).keys()].map((id) => [id, caseOf<Behaviour>(toolBehaviours, 'tool', id)]);

/**
 * A behaviour of each command that an editor has, for the first of its keys or for each of them.
 *
 * @throws Error where one has none, or no key
 */
export const behavioursOfCommands = ({ allKeys }: { allKeys: boolean }): Named[] =>
  [...BUILT_IN].flatMap(([name, { keys }]) => {
    const behaviour = caseOf<CommandBehaviour>(commandBehaviours, 'command', name);
    if (keys.length === 0) throw new Error(`The command ${name} has no key.`);
    return keys
      .slice(0, allKeys ? keys.length : 1)
      .map((key): Named => [`${name} by ${key}`, { ...behaviour, acts: press(key) }]);
  });

function caseOf<T>(cases: Readonly<Record<string, T>>, what: string, name: string): T {
  const found = cases[name];
  if (found === undefined) throw new Error(`There is no behaviour of the ${what} ${name}.`);
  return found;
}
