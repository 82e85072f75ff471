export { DEMO_SIGN_INS } from './demo-sign-ins.ts';
export { LaunchError } from './fail.ts';
export { start } from './start.ts';
