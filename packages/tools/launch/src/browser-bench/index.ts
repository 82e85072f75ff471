export { openWorkbench } from './open-workbench.ts';
export { watchRows } from './watch-rows.ts';
