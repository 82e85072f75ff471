export { DEMO_SIGN_INS } from './demo-sign-ins.ts';
export { LaunchError } from './fail.ts';
export type { EmbeddedPostgres } from './postgres.ts';
export { startEmbeddedPostgres } from './postgres.ts';
export { start } from './start.ts';
