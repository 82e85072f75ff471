export type { ItemKind } from './frame/access.ts';
export { requireInOrg, requireOnItem } from './frame/access.ts';
export type { CommandContext, Happened } from './frame/command.ts';
export { command, query } from './frame/command.ts';
export type { Deps, Mail } from './frame/deps.ts';
export { answerOnce } from './idempotency/answer-once.ts';
export { createOrganisation } from './organisations/create-organisation.ts';
export { listMyOrganisations } from './organisations/list-my-organisations.ts';
export { createProject } from './projects/create-project.ts';
