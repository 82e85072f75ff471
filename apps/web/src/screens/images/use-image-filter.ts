import { id, imageFormat, imageMark, imageOrder } from '@assay/contracts';
import { useUrlParams } from '~/shell/use-url-params.ts';

const NAMES = ['search', 'mark', 'format', 'import', 'alike', 'order'] as const;

/** What the address says of a list of pictures, also on the page of one of them. */
export function useImageFilter() {
  const { params, replace } = useUrlParams();
  const filter = {
    search: params.get('search') ?? undefined,
    mark: imageMark.safeParse(params.get('mark')).data,
    format: imageFormat.safeParse(params.get('format')).data,
    importId: id.safeParse(params.get('import')).data,
    alike: id.safeParse(params.get('alike')).data,
    order: imageOrder.safeParse(params.get('order')).data ?? ('newest' as const),
  };
  const { order: _, ...asked } = filter;
  const kept = new URLSearchParams(
    NAMES.flatMap((name) => {
      const value = params.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  // A page of a picture that was come to by a list says so, also where the list is of everything.
  kept.set('order', filter.order);
  return {
    filter,
    filtered: Object.values(asked).some((value) => value !== undefined),
    replace,
    /** `?…` of an address that leads to the same list. */
    query: `?${kept}`,
    /** Was it come to by a list? */
    isOfList: params.has('order'),
  };
}
