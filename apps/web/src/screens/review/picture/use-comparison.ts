import { useUrlParams } from '~/shell/use-url-params.ts';
import type { Drawn } from './drawn.ts';

export const COMPARE_WAYS = ['overlay', 'swipe', 'side'] as const;
export type CompareWay = (typeof COMPARE_WAYS)[number];

/** How what was drawn is compared, and which two: in the address, so that it can be passed on. */
export function useComparison(drawn: readonly Drawn[]) {
  const { params, replace } = useUrlParams();
  const asked = params.get('compare');
  const way: CompareWay =
    drawn.length < 2 ? 'overlay' : (COMPARE_WAYS.find((each) => each === asked) ?? 'overlay');
  const byKey = (name: string) => drawn.find(({ key }) => key === params.get(name));
  const left = byKey('left') ?? drawn.find((each) => each !== byKey('right'));
  const right = byKey('right') ?? drawn.find((each) => each !== left);
  return {
    way,
    /** The two that are compared; none where there are not two. */
    pair: left === undefined || right === undefined ? null : ([left, right] as const),
    setWay: (next: CompareWay) => replace({ compare: next === 'overlay' ? null : next }),
    setPair: (keys: { left: string; right: string }) => replace(keys),
  };
}
