import { router } from '../../frame/trpc.ts';
import { createUploadRoute } from './create-upload.ts';
import { discardUploadRoute } from './discard-upload.ts';
import { getUploadRoute } from './get-upload.ts';
import { listUnfinishedUploadsRoute } from './list-unfinished-uploads.ts';

export const uploadRouter = router({
  create: createUploadRoute,
  discard: discardUploadRoute,
  get: getUploadRoute,
  unfinished: listUnfinishedUploadsRoute,
});
