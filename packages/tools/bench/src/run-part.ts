import type { Figure } from './figure.ts';
import { type Inputs, parts } from './parts.ts';

/** What the parent hears of a part. */
export type Heard = { figures: Figure[] };

// forked by main.ts for one part, so that the memory of another does not count for it
const [name, inputs = '{}'] = process.argv.slice(2);
const part = parts.find((each) => each.name === name);
if (part === undefined) throw new Error(`There is no part "${name}".`);
const figures = await part.run(JSON.parse(inputs) as Inputs);
process.send?.({ figures } satisfies Heard, () => process.exit(0));
