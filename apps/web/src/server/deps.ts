import { createAuth, createDeps, type Deps, readEnv } from '@assay/services';

type Server = {
  deps: Deps;
  auth: ReturnType<typeof createAuth>;
  pingQueue: () => Promise<void>;
  /** Aborted when the process is asked to end, so that open streams do not keep it. */
  stopping: AbortController;
};

declare global {
  var assayServer: Promise<Server> | undefined;
}

/** Made once per process; kept on the global object, since Next loads modules once per bundle. */
export function server(): Promise<Server> {
  globalThis.assayServer ??= (async () => {
    const env = readEnv(process.env);
    const { deps, queue, authSecret } = createDeps(env, 'web');
    return {
      deps,
      auth: createAuth(deps, { secret: authSecret }),
      pingQueue: () => queue.ping(),
      stopping: new AbortController(),
    };
  })();
  return globalThis.assayServer;
}
