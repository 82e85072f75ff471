import type { Deps } from '@assay/services';
import { handleRest, REST_PREFIX } from '../rest/handle-rest.ts';
import type { RestRoute } from '../rest/rest-routes.ts';
import { type Asking, contextOf } from './call-procedure.ts';

export type RestAnswer = { status: number; headers: Headers; body: Record<string, unknown> };

export const JSON_HEADERS = { 'content-type': 'application/json' };

/** Sends one request to the REST interface. */
export async function callRest(
  deps: Deps,
  asking: Asking,
  method: string,
  path: string,
  more: { body?: string; headers?: Record<string, string> } = {},
): Promise<RestAnswer> {
  const request = new Request(`http://localhost:3000${REST_PREFIX}${path}`, {
    method,
    headers: { ...(more.body === undefined ? {} : JSON_HEADERS), ...more.headers },
    ...(more.body === undefined ? {} : { body: more.body }),
  });
  const response = await handleRest(request, contextOf(deps, asking));
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as RestAnswer['body'],
  };
}

/** Sends the input of a procedure as its REST route takes it: in the path, in the query or in the body. */
export function callRoute(
  deps: Deps,
  asking: Asking,
  route: RestRoute,
  input: object | undefined,
): Promise<RestAnswer> {
  let path = route.path;
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input ?? {})) {
    if (route.parameters.includes(name)) path = path.replace(`{${name}}`, encodeURIComponent(String(value)));
    else rest[name] = value;
  }
  if (route.method !== 'GET' && route.method !== 'DELETE') {
    return callRest(deps, asking, route.method, path, { body: JSON.stringify(rest) });
  }
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    for (const each of Array.isArray(value) ? value : [value]) query.append(name, String(each));
  }
  return callRest(deps, asking, route.method, query.size === 0 ? path : `${path}?${query}`);
}
