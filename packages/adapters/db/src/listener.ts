import pg from 'pg';

export type Channel = 'assay_job' | 'assay_notification' | 'assay_label_schema';
export type Listener = {
  /** Calls `heard` with each payload on the channel. Where listening begins only after this call, and after a lost
   * connection was mended, it calls `heard(null)`, which means: something may have been missed, read again. */
  on: (channel: Channel, heard: (payload: string | null) => void) => () => void;
  close: () => Promise<void>;
};

const RETRY_MS = 1000;

/** One connection for LISTEN, opened with the first subscription and mended by itself. */
export function createListener(connectionString: string): Listener {
  const heardBy = new Map<Channel, Set<(payload: string | null) => void>>();
  let client: pg.Client | null = null;
  let opening: Promise<void> | null = null;
  let closed = false;

  const tell = (channel: Channel, payload: string | null) => {
    for (const heard of heardBy.get(channel) ?? []) heard(payload);
  };

  const open = async (): Promise<void> => {
    const next = new pg.Client({ connectionString, keepAlive: true });
    const lost = () => {
      if (client !== next) return;
      client = null;
      opening = null;
      if (!closed) setTimeout(() => void connect(), RETRY_MS).unref();
    };
    next.on('error', lost);
    next.on('end', lost);
    next.on('notification', ({ channel, payload }) => tell(channel as Channel, payload ?? ''));
    await next.connect();
    client = next;
    for (const channel of heardBy.keys()) await next.query(`LISTEN ${channel}`);
  };

  const connect = async (): Promise<void> => {
    if (closed || opening !== null) return;
    opening = open();
    try {
      await opening;
      for (const channel of heardBy.keys()) tell(channel, null);
    } catch {
      opening = null;
      setTimeout(() => void connect(), RETRY_MS).unref();
    }
  };

  return {
    on: (channel, heard) => {
      const known = heardBy.get(channel);
      if (known) known.add(heard);
      else heardBy.set(channel, new Set([heard]));
      // A connection that is being opened, or that was lost, tells everybody when it listens.
      if (client === null) void connect();
      else if (!known) {
        client.query(`LISTEN ${channel}`).then(
          () => heardBy.get(channel)?.has(heard) && heard(null),
          () => undefined,
        );
      }
      return () => heardBy.get(channel)?.delete(heard);
    },
    close: async () => {
      closed = true;
      const open = client;
      client = null;
      await open?.end();
    },
  };
}
