import { AssayError } from '@assay/contracts';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import type { Deps } from '../frame/deps.ts';
import { leaveAllOrganisations } from '../members/leave-all-organisations.ts';
import { recordSession } from './record-session.ts';
import { forgetSignInAttempts, mayAttemptSignIn } from './sign-in-limit.ts';

/** Address of the page of a one-time token that better-auth put into its own link. */
function pageUrl(baseUrl: string, path: string, token: string): string {
  return `${baseUrl}${path}?token=${encodeURIComponent(token)}`;
}

/**
 * Identity: people, passwords, sessions, two-factor, by the sign-in library. Organisations, members, invitations and
 * API keys are tenant data with audit events and are ours.
 */
export function createAuth(deps: Deps, options: { secret: string }) {
  return betterAuth({
    appName: 'Assay',
    baseURL: deps.baseUrl,
    basePath: '/api/auth',
    secret: options.secret,
    telemetry: { enabled: false },
    database: prismaAdapter(deps.db.identity, { provider: 'postgresql', transaction: true }),
    advanced: {
      database: { generateId: () => deps.ids.next() },
      cookiePrefix: 'assay',
      useSecureCookies: deps.baseUrl.startsWith('https://'),
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        const link = pageUrl(deps.baseUrl, '/reset-password', token);
        if (deps.sendMail === null) {
          // The one place where a link may reach the log: without a mail server an operator hands it over.
          deps.log.warn(
            { userId: user.id, link },
            'A password reset was asked for and no mail server is set',
          );
          return;
        }
        await deps.sendMail({
          to: user.email,
          subject: 'Reset your Assay password',
          text: `Open this link within an hour to choose a new password:\n\n${link}\n\nIf you did not ask for it, nothing has changed and you can ignore this message.\n`,
        });
      },
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        if (context.path !== '/sign-in/email') return;
        const email: unknown = context.body?.email;
        if (typeof email === 'string' && !(await mayAttemptSignIn(deps, email))) {
          throw new APIError('TOO_MANY_REQUESTS', {
            message: 'Too many attempts to sign in to this account. Wait five minutes, then try again.',
          });
        }
      }),
    },
    databaseHooks: {
      session: {
        create: {
          after: async (session) => {
            const user = await deps.db.identity.user.findUnique({ where: { id: session.userId } });
            if (user !== null) await forgetSignInAttempts(deps, user.email);
            await recordSession(deps, { id: session.id, userId: session.userId });
          },
        },
      },
    },
    session: {
      expiresIn: 60 * 60 * 24 * 14,
      updateAge: 60 * 60 * 24,
      freshAge: 60 * 60,
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 200,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/sign-up/email': { window: 60, max: 10 },
        '/request-password-reset': { window: 300, max: 5 },
        '/two-factor/*': { window: 60, max: 10 },
      },
    },
    user: {
      deleteUser: {
        enabled: true,
        beforeDelete: async (user) => {
          // A refusal (the only owner of an organisation) reaches the person in its own words.
          await leaveAllOrganisations(deps, user.id).catch((error: unknown) => {
            if (error instanceof AssayError) {
              throw new APIError('BAD_REQUEST', { message: error.message, code: error.code });
            }
            throw error;
          });
        },
      },
    },
    plugins: [twoFactor({ issuer: 'Assay' })],
    logger: {
      disabled: false,
      level: 'warn',
      log: (level, message) => deps.log[level === 'error' ? 'error' : 'warn']({ from: 'sign-in' }, message),
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
