export { createHistory, type History, type Mark } from './history/history.ts';
export {
  type Change,
  changesOf,
  composeDiffs,
  emptyDiff,
  filterDiff,
  invertDiff,
  isEmptyDiff,
  type RecordsDiff,
  type Update,
} from './store/diff.ts';
export type { EditorRecord, RecordOfType, Scope, Scopes, Source } from './store/record.ts';
export { type Commit, createStore, type ListenTo, type Rule, type Store } from './store/store.ts';
