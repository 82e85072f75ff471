export type { Actor } from './access/actor.ts';
export { can, seesAllProjects } from './access/can.ts';
export { type ProjectMembership, projectsWith } from './access/projects-with.ts';
export {
  type Home,
  type HomeCounts,
  type NextStep,
  type NextStepCode,
  nextSteps,
} from './home/next-steps.ts';
export { canMoveJob, canRetryJob, isJobOpen, timeLeftMs } from './job/job-state.ts';
export { type InferredType, inferColumnType } from './source/infer-column-type.ts';
export { hasPhrase, nameWords } from './source/name-words.ts';
export {
  type DictionaryFacts,
  type DictionarySuggestion,
  suggestDictionary,
} from './source/suggest-dictionary.ts';
export { type RoleFacts, suggestRole } from './source/suggest-role.ts';
export { canMoveSourceVersion, rowsAreShown } from './source/source-version-state.ts';
