'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';

type AuthError = { status?: number; code?: string | undefined; message?: string | undefined };

/** Runs one call of the sign-in library and says in our words what went wrong. */
export function useAuthAction() {
  const t = useTranslations('entry');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const explain = (problem: AuthError): string => {
    if (problem.status === 429) return t('tooMany');
    switch (problem.code) {
      case 'INVALID_EMAIL_OR_PASSWORD':
        return t('wrongSignIn');
      case 'USER_ALREADY_EXISTS':
      case 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL':
        return t('emailTaken');
      case 'PASSWORD_TOO_SHORT':
        return t('passwordTooShort');
      case 'INVALID_TOKEN':
        return t('resetBadLink');
      case 'INVALID_PASSWORD':
        return t('wrongPassword');
      case 'SESSION_NOT_FRESH':
      case 'UNAUTHORIZED':
        return t('signInAgain');
      case 'conflict':
        // Our own refusal: it names the organisations.
        return `${problem.message ?? ''} ${t('onlyOwner')}`.trim();
      case 'INVALID_CODE':
      case 'INVALID_BACKUP_CODE':
        return t('wrongCode');
      default:
        return problem.message ? t('failed', { message: problem.message }) : t('offline');
    }
  };

  /** True when it went well. */
  const run = async (call: () => Promise<{ error: AuthError | null }>): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      const { error: problem } = await call();
      if (problem !== null) setError(explain(problem));
      return problem === null;
    } catch {
      setError(t('offline'));
      return false;
    } finally {
      setBusy(false);
    }
  };

  return { run, busy, error };
}

/** Where to go after signing in: only a path of this site. */
export function safeNext(next: string | null | undefined): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/';
}
