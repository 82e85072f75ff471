import { router } from '../../frame/trpc.ts';
import { createImageImportRoute } from './create-image-import.ts';
import { getImageImportRoute } from './get-image-import.ts';
import { listImageImportsRoute } from './list-image-imports.ts';
import { listImageItemsRoute } from './list-image-items.ts';
import { listManifestLinesRoute } from './list-manifest-lines.ts';
import { withdrawImageImportRoute } from './withdraw-image-import.ts';

export const imageImportRouter = router({
  create: createImageImportRoute,
  get: getImageImportRoute,
  items: listImageItemsRoute,
  list: listImageImportsRoute,
  manifest: listManifestLinesRoute,
  withdraw: withdrawImageImportRoute,
});
