import { type NextRequest, NextResponse } from 'next/server';
import { ADDRESS_HEADER } from './server/address-header.ts';

/** Notes the address, so that somebody who has to sign in first comes back to the very page. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: '/o/:path*' };
