export type { Handler, Handlers } from './handlers.ts';
export { handlers } from './handlers.ts';
export type { AfterJob } from './queue-handlers.ts';
export { queueHandlers } from './queue-handlers.ts';
