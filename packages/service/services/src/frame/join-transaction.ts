import { AsyncLocalStorage } from 'node:async_hooks';
import type { Repositories, Scope } from '@assay/db';
import type { Deps } from './deps.ts';

/**
 * The same deps, with every transaction of a scope made a part of one that is open already: what such a part throws
 * takes back that part alone, and nothing stays unless the whole is committed. Parts run one after the other.
 */
export function joinTransaction(deps: Deps, scope: Scope, t: Repositories): Deps {
  const within = new AsyncLocalStorage<true>();
  let last: Promise<unknown> = Promise.resolve();
  const part = <T>(run: (t: Repositories) => Promise<T>) =>
    within.run(true, () => t.savepoint.run(() => run(t)));
  return {
    ...deps,
    db: {
      ...deps.db,
      transaction: (own, run) => {
        if (own.orgId !== scope.orgId || own.userId !== scope.userId) return deps.db.transaction(own, run);
        // A part of a part does not wait for the one that it belongs to.
        if (within.getStore()) return part(run);
        const ended = last.then(() => part(run));
        last = ended.catch(() => undefined);
        return ended;
      },
    },
  };
}
