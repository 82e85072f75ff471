import { router } from '../../frame/trpc.ts';
import { readKeysRoute } from './read-keys.ts';
import { saveKeysRoute } from './save-keys.ts';

export const settingRouter = router({
  keys: readKeysRoute,
  saveKeys: saveKeysRoute,
});
