const HIDDEN = '[redacted]';

/** Names whose values are never written, in lower case without `-` and `_`, at the end of a longer name too. */
const SECRET_NAME =
  /(password|passwd|passphrase|pwd|secret|token|cookie|authorization|apikey|accesskey|privatekey|secretkey|signingkey|encryptionkey|accesskeyid|salt|credential|connectionstring|databaseurl|redisurl|smtpurl|signature|otp|backupcode)s?$/;

const URL_CREDENTIALS = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#]*@/gi;
const NAMED_VALUE =
  /\b((?:[a-z0-9]+[-_])*(?:password|passwd|pwd|secret|token|api[-_]?key|signature|credential|salt)s?)(["']?\s*[=:]\s*)("[^"]*"|'[^']*'|[^\s&;,"']+)/gi;
const SCHEME = /\b(bearer|basic)\s+[a-z0-9._~+/=-]{6,}/gi;

const DEEPEST = 8;
const LONGEST_LIST = 100;

/** The text without passwords in addresses, values named as secret (`password=x`, `token: x`), and bearer tokens. */
export function redactText(text: string): string {
  return text
    .replace(URL_CREDENTIALS, `$1${HIDDEN}@`)
    .replace(SCHEME, `$1 ${HIDDEN}`)
    .replace(NAMED_VALUE, `$1$2${HIDDEN}`);
}

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name.toLowerCase().replace(/[-_]/g, ''));
}

function fields(value: object, above: readonly object[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    result[name] =
      isSecretName(name) && inner !== null && inner !== undefined ? HIDDEN : redactValue(inner, above);
  }
  return result;
}

function errorFields(error: Error, above: readonly object[]): Record<string, unknown> {
  return {
    type: error.name,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: redactValue(error.cause, above) }),
    ...(error instanceof AggregateError ? { errors: redactValue(error.errors, above) } : {}),
    ...fields(error, above),
  };
}

function redactObject(value: object, above: readonly object[]): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof URL) return redactText(value.href);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (above.includes(value)) return '[circular]';
  if (above.length >= DEEPEST) return '[deeper]';
  const chain = [...above, value];
  if (Array.isArray(value)) {
    const shown = value.slice(0, LONGEST_LIST).map((item) => redactValue(item, chain));
    return value.length > LONGEST_LIST ? [...shown, `[${value.length - LONGEST_LIST} more]`] : shown;
  }
  if (value instanceof Error) return errorFields(value, chain);
  if (value instanceof Map || value instanceof Set) return `[${value.size} entries]`;
  return fields(value, chain);
}

function redactValue(value: unknown, above: readonly object[]): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  return typeof value === 'object' && value !== null ? redactObject(value, above) : value;
}

/**
 * A copy fit for a log: whatever is named like a secret is hidden at any depth, texts are cleaned (`redactText`),
 * errors become plain objects, bytes their number; cycles, depth beyond 8 and lists beyond 100 are cut.
 */
export function redact(details: object): Record<string, unknown> {
  return details instanceof Error ? { err: redactValue(details, []) } : fields(details, [details]);
}
