'use client';

import { twoFactorClient } from 'better-auth/client/plugins';
import { createAuthClient } from 'better-auth/react';

/** The sign-in library's client, on this origin. */
export const authClient = createAuthClient({ basePath: '/api/auth', plugins: [twoFactorClient()] });
