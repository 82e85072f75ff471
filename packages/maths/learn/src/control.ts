/** How a long computation is cancelled and followed: both are called between its steps. */
export type Control = {
  /** Throws when the work is to stop. */
  throwIfAborted(): void;
  progress(done: number, total: number): void;
};
