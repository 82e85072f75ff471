import type { DraftClient, DrawnClient } from '@assay/domain';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Sending } from './desk-types.ts';

/** Changes of one tab to one sample that the server may not have. */
export type KeptDraft = {
  /** One per tab and sample. */
  clientId: string;
  /** Whose, and of which sample: `person/batch/item`. */
  sample: string;
  client: DraftClient;
  /** By which version of the label schema it was asked. */
  labelSchemaVersionId?: string | null;
  /** Milliseconds since 1970 of this browser. */
  keptAt: number;
};

/** Changes of one tab to one drawing that the server may not have. */
export type KeptDrawing = Omit<KeptDraft, 'client'> & { client: DrawnClient };

interface Schema extends DBSchema {
  drafts: { key: string; value: KeptDraft; indexes: { sample: string } };
  drawings: { key: string; value: KeptDrawing; indexes: { sample: string } };
  sending: { key: string; value: Sending; indexes: { owner: string } };
}

export type DeskStore = {
  drafts: (sample: string) => Promise<KeptDraft[]>;
  putDraft: (kept: KeptDraft) => Promise<void>;
  dropDraft: (clientId: string) => Promise<void>;
  drawings: (sample: string) => Promise<KeptDrawing[]>;
  putDrawing: (kept: KeptDrawing) => Promise<void>;
  dropDrawing: (clientId: string) => Promise<void>;
  /** What is kept of a sample, drawings and all. */
  dropSample: (sample: string) => Promise<void>;
  /** Oldest first. */
  sending: (personId: string) => Promise<Sending[]>;
  putSending: (sending: Sending) => Promise<void>;
  dropSending: (annotationId: string) => Promise<void>;
};

/** The browser's own store, where every change is before anything says that it is kept. */
export async function openDeskStore(): Promise<DeskStore> {
  const db: IDBPDatabase<Schema> = await openDB<Schema>('assay-work', 2, {
    upgrade: (database, from) => {
      if (from < 1) {
        database.createObjectStore('drafts', { keyPath: 'clientId' }).createIndex('sample', 'sample');
        database.createObjectStore('sending', { keyPath: 'annotationId' }).createIndex('owner', 'personId');
      }
      database.createObjectStore('drawings', { keyPath: 'clientId' }).createIndex('sample', 'sample');
    },
  });
  return {
    drafts: (sample) => db.getAllFromIndex('drafts', 'sample', sample),
    putDraft: async (kept) => {
      await db.put('drafts', kept);
    },
    dropDraft: (clientId) => db.delete('drafts', clientId),
    drawings: (sample) => db.getAllFromIndex('drawings', 'sample', sample),
    putDrawing: async (kept) => {
      await db.put('drawings', kept);
    },
    dropDrawing: (clientId) => db.delete('drawings', clientId),
    dropSample: async (sample) => {
      const transaction = db.transaction(['drafts', 'drawings'], 'readwrite');
      for (const name of ['drafts', 'drawings'] as const) {
        const store = transaction.objectStore(name);
        for (const key of await store.index('sample').getAllKeys(sample)) await store.delete(key);
      }
      await transaction.done;
    },
    // Ids are in the order in which they were made.
    sending: (personId) => db.getAllFromIndex('sending', 'owner', personId),
    putSending: async (sending) => {
      await db.put('sending', sending);
    },
    dropSending: (annotationId) => db.delete('sending', annotationId),
  };
}
