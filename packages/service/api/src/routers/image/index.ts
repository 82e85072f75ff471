import { router } from '../../frame/trpc.ts';
import { getImageRoute } from './get-image.ts';
import { imageOriginsRoute } from './image-origins.ts';
import { listImagesRoute } from './list-images.ts';

export const imageRouter = router({ get: getImageRoute, list: listImagesRoute, origins: imageOriginsRoute });
