import { parseArgs } from 'node:util';
import { LaunchError } from '../fail.ts';

export const SHOTS_HELP = `Usage: npm run shots -- [options]

  Opens every page of the application in every state, at 1280 and 390 px, light and dark; looks for what nobody
  should see, walks the page by keyboard, and leaves a picture of each.

  --only TEXT      only routes that hold TEXT, such as /sources/
  --states A,B     only these states: full, empty, loading, error, or one that a route names itself
  --out DIR        where the pictures and index.html go (.assay/shots)
  --help           this text

  ASSAY_E2E_URL    looks at the application at this address, with its demo, instead of starting one
`;

export type ShotsArguments = {
  only: string | null;
  states: ReadonlySet<string> | null;
  out: string | null;
  help: boolean;
};

/** @throws LaunchError for an option that is not known or lacks its value */
export function readArguments(args: readonly string[]): ShotsArguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        states: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const states = values.states?.split(',').filter((each) => each !== '');
    return {
      only: values.only ?? null,
      states: states === undefined || states.length === 0 ? null : new Set(states),
      out: values.out ?? null,
      help: values.help,
    };
  } catch (error) {
    throw new LaunchError(`${error instanceof Error ? error.message : String(error)}\n\n${SHOTS_HELP}`);
  }
}
