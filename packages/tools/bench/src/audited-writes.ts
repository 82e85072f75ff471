import { createDb } from '@assay/db';
import type { Actor } from '@assay/domain';
import { appendLeaves, leafHash } from '@assay/ledger';
import {
  checkpointNow,
  createProject,
  type Deps,
  getEvent,
  nodeSha256,
  sequenceLedgers,
  updateProject,
} from '@assay/services';
import { uuidv7 } from 'uuidv7';
import { addOrganisation, withBenchDeps } from './bench-deps.ts';
import type { Figure } from './figure.ts';
import { quantile } from './quantile.ts';

const CONNECTIONS = 32;
const WARM_UP_MS = 2000;
const MEASURED_MS = 6000;
const LEAVES = 1_000_000;
const PROOFS = 200;

/**
 * Commands with their audit events, as the application runs them, on the embedded database with the settings that
 * `npm start` gives it: a person's rename of a project, 32 at a time, while the sequencer runs beside them. And the
 * proof of a random event among a million.
 */
export function auditedWritesBench(): Promise<Figure[]> {
  return withBenchDeps(CONNECTIONS, async ({ deps, ownerUrl }) => {
    const actor = await addOrganisation(deps);
    const projects: string[] = [];
    for (let i = 0; i < CONNECTIONS; i += 1) {
      const { id } = await createProject(deps, actor, {
        name: `Project ${i}`,
        description: '',
        stakes: 'standard',
      });
      projects.push(id);
    }
    const writes = await measureWrites(deps, actor, projects);
    const owner = createDb({ appUrl: ownerUrl, systemUrl: ownerUrl, poolSize: 1 });
    const events = await fillLedger(owner.identity, actor.orgId);
    await owner.close();
    const proofs = await measureProofs(deps, actor, events);
    return [...writes, ...proofs];
  });
}

async function measureWrites(deps: Deps, actor: Actor, projects: readonly string[]): Promise<Figure[]> {
  const start = performance.now();
  const [from, until] = [start + WARM_UP_MS, start + WARM_UP_MS + MEASURED_MS];
  const took: number[] = [];
  let running = true;
  const sequencing = (async () => {
    while (running) {
      await sequenceLedgers(deps);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  const used = process.cpuUsage();
  let done = 0;
  await Promise.all(
    projects.map(async (projectId) => {
      for (let revision = 1; performance.now() < until; revision += 1) {
        const began = performance.now();
        await updateProject(deps, actor, { projectId, revision, name: `Named ${revision}` });
        const ended = performance.now();
        done += 1;
        if (began >= from && ended <= until) took.push(ended - began);
      }
    }),
  );
  const { user, system } = process.cpuUsage(used);
  running = false;
  await sequencing;
  took.sort((a, b) => a - b);
  return [
    { name: 'audited writes, 32 connections', value: took.length / (MEASURED_MS / 1000), unit: '1/s' },
    { name: 'audited write, p50', value: quantile(took, 0.5), unit: 'ms' },
    { name: 'audited write, p95', value: quantile(took, 0.95), unit: 'ms' },
    {
      name: 'audited write, processor time of the application',
      value: (user + system) / 1000 / done,
      unit: 'ms',
    },
  ];
}

/** A ledger of a million entries for one organisation, in place of what it had: tiles, head, and some of the events. */
async function fillLedger(client: Deps['db']['identity'], orgId: string): Promise<string[]> {
  for (const table of ['audit_object', 'audit_event', 'ledger_tile', 'ledger_head', 'ledger_checkpoint']) {
    await client.$executeRawUnsafe(`DELETE FROM ${table} WHERE org_id = '${orgId}'`);
  }
  const commitmentOf = (index: number) => nodeSha256(new TextEncoder().encode(`entry ${index}`));
  const leaves = Array.from({ length: LEAVES }, (_, index) => leafHash(commitmentOf(index), nodeSha256));
  const { tiles, root } = await appendLeaves(async () => new Uint8Array(), 0, leaves, nodeSha256);
  for (let at = 0; at < tiles.length; at += 500) {
    await client.ledgerTile.createMany({
      data: tiles.slice(at, at + 500).map(({ level, index, hashes }) => ({
        orgId,
        level,
        tile: BigInt(index),
        hashes: new Uint8Array(hashes),
      })),
    });
  }
  await client.ledgerHead.create({ data: { orgId, size: BigInt(LEAVES), root: new Uint8Array(root) } });
  const events = Array.from({ length: PROOFS }, (_, i) => ({
    id: uuidv7(),
    // Spread over the whole ledger, both ends included.
    index: BigInt(Math.floor((i * (LEAVES - 1)) / (PROOFS - 1))),
  }));
  await client.auditEvent.createMany({
    data: events.map(({ id, index }) => ({
      id,
      orgId,
      actorKind: 'system',
      action: 'bench.happened',
      objectType: 'thing',
      objectId: id,
      at: new Date(),
      payload: '{}',
      salt: new Uint8Array(32),
      commitment: new Uint8Array(commitmentOf(Number(index))),
      index,
    })),
  });
  return events.map((event) => event.id);
}

async function measureProofs(deps: Deps, actor: Actor, events: readonly string[]): Promise<Figure[]> {
  await checkpointNow(deps, actor.orgId, 'release');
  const took: number[] = [];
  for (const id of [...events.slice(0, 20), ...events]) {
    const began = performance.now();
    const { evidence } = await getEvent(deps, actor, id);
    if (evidence?.size !== LEAVES) throw new Error('The event was not proven.');
    took.push(performance.now() - began);
  }
  // The first ones opened connections and planned statements.
  const warm = took.slice(20).sort((a, b) => a - b);
  return [
    { name: 'proof among 1,000,000 entries with its reads, p50', value: quantile(warm, 0.5), unit: 'ms' },
    { name: 'proof among 1,000,000 entries with its reads, p95', value: quantile(warm, 0.95), unit: 'ms' },
  ];
}
