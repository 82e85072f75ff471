/** A reason to stop that a person can act on: one clear sentence, no stack. */
export class LaunchError extends Error {}
