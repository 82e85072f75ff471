import type { Db } from '@assay/db';
import type { NoteSigner } from '@assay/ledger';
import type { Storage } from '@assay/storage';
import type { Tables } from '@assay/tables';
import type { Log } from '@assay/telemetry';

export type Mail = { to: string; subject: string; text: string };

/** Everything outside that use cases need: a plain object, made once by each app. */
export type Deps = {
  db: Db;
  storage: Storage;
  tables: Tables;
  log: Log;
  /** For display and schedules. Leases and ordering use the database's own time. */
  clock: { now: () => Date };
  /** UUIDv7. */
  ids: { next: () => string };
  /** Cryptographic randomness: salts, tokens, keys. */
  randomBytes: (length: number) => Uint8Array<ArrayBuffer>;
  region: string;
  /** Signs the checkpoints of one organisation's ledger. */
  signerFor: (orgId: string) => NoteSigner;
  /** Null where no mail server is configured: links are shown to be handed over instead. */
  sendMail: ((mail: Mail) => Promise<void>) | null;
  webhooks: {
    /** Signs what a webhook is sent: the secret of each number, derived and stored nowhere. */
    secretOf: (webhookId: string, number: number) => Uint8Array;
    /** Hosts that may be sent to although they are within the network of the installation. */
    allowedHosts: ReadonlySet<string>;
  };
  /** Address of the web application, without a trailing slash. */
  baseUrl: string;
  /** A folder for work in progress, emptied when the process starts. */
  workDir: string;
};
