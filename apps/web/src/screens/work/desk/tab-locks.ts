/** How long a tab without locks (a page without TLS) is taken to be alive after it kept something. */
export const ALIVE_MS = 60_000;

const nameOf = (clientId: string) => `assay-draft:${clientId}`;

/** Says, as long as this tab lives, that changes under this name are its own to send. Returns how to stop. */
export function holdClient(clientId: string): () => void {
  if (!('locks' in navigator)) return () => undefined;
  let stop: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    stop = resolve;
  });
  void navigator.locks.request(nameOf(clientId), () => held);
  return stop;
}

/** Is the tab gone that kept changes under this name? Without locks: nothing came of it for a while. */
export async function isClientGone(clientId: string, keptAt: number): Promise<boolean> {
  if (!('locks' in navigator)) return Date.now() - keptAt > ALIVE_MS;
  return navigator.locks.request(nameOf(clientId), { ifAvailable: true }, (lock) => lock !== null);
}
