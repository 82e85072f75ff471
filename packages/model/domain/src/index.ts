export type { Actor } from './access/actor.ts';
export { can, seesAllProjects } from './access/can.ts';
export { canMoveJob, canRetryJob, isJobOpen, timeLeftMs } from './job/job-state.ts';
