export {
  type Act,
  BEHAVIOUR_DISC,
  BEHAVIOUR_IMAGE,
  BEHAVIOUR_SKELETON,
  type Behaviour,
  type Place,
  type Seen,
  seenOf,
} from './behaviours/behaviour.ts';
export { behavioursOfCommands, behavioursOfTools, type Named } from './behaviours/list-behaviours.ts';
export { MIXED_IMAGE, mixedRegions } from './mixed-regions.ts';
export { discPicture } from './pictures.ts';
