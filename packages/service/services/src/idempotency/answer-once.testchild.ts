import { createDeps } from '../frame/create-deps.ts';
import { readEnv } from '../frame/read-env.ts';
import { createProject } from '../projects/create-project.ts';
import { answerOnce } from './answer-once.ts';

// run by answer-once.int.test.ts: does what it is asked under a key, and holds before it answers until it is killed
const [orgId = '', userId = '', key = '', name = ''] = process.argv.slice(2);
const app = createDeps(readEnv(process.env), 'worker', { poolSize: 2 });
await answerOnce(
  app.deps,
  { kind: 'user', userId, orgId, orgRoles: ['owner'] },
  { key, requestHash: new Uint8Array(32) },
  async (deps) => {
    const actor = { kind: 'user', userId, orgId, orgRoles: ['owner'] } as const;
    await createProject(deps, actor, { name, description: '', stakes: 'standard' });
    process.stdout.write('done\n');
    return new Promise(() => undefined);
  },
);
