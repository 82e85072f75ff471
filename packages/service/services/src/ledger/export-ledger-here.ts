import { AssayError } from '@assay/contracts';
import type { Deps } from '../frame/deps.ts';
import { exportLedger } from './export-ledger.ts';

const MOST_NAMED = 20;

/**
 * The export of a ledger for an operator of the server, who is nobody in the organisation: on record as done by the
 * system. Without a slug, of the only organisation there is.
 */
export async function exportLedgerHere(
  deps: Deps,
  input: { slug: string | null },
): Promise<AsyncIterable<string>> {
  const all = await deps.db.system.organisations();
  const open = all.filter((each) => !each.deleted);
  const fitting = input.slug === null ? open : all.filter((each) => each.slug === input.slug);
  const [chosen] = fitting;
  if (chosen === undefined || fitting.length > 1) {
    const names = open.slice(0, MOST_NAMED).map((each) => each.slug);
    const more = open.length > names.length ? ', ...' : '';
    throw new AssayError(
      chosen === undefined ? 'not-found' : 'bad-input',
      open.length === 0
        ? 'There is no organisation in this installation.'
        : `${chosen === undefined ? 'There is no such organisation' : 'There are several organisations'}: ${names.join(', ')}${more}.`,
    );
  }
  return exportLedger(deps, { kind: 'system', orgId: chosen.id, userId: null, orgRoles: [] });
}
