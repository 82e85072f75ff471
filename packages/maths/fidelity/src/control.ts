/** How a long computation is cancelled and says how far it is. `throwIfAborted` throws; `done` never falls. */
export type Control = {
  throwIfAborted(): void;
  progress(done: number, total: number): void;
};
