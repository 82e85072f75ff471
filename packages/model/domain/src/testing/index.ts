export { birdSchema, sceneSchema } from '../label/test-schema.ts';
export { idsFrom, randomAnnotation, randomOperations } from './random-migrations.ts';
