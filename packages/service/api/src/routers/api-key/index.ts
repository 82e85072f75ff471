import { router } from '../../frame/trpc.ts';
import { createApiKeyRoute } from './create-api-key.ts';
import { listApiKeysRoute } from './list-api-keys.ts';
import { revokeApiKeyRoute } from './revoke-api-key.ts';

export const apiKeyRouter = router({
  create: createApiKeyRoute,
  list: listApiKeysRoute,
  revoke: revokeApiKeyRoute,
});
