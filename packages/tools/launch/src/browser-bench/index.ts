export { openPictures } from './open-pictures.ts';
export { openWorkbench } from './open-workbench.ts';
export { watchPictures } from './watch-pictures.ts';
export { watchRows } from './watch-rows.ts';
