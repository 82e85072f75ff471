import { AssayError } from '@assay/contracts';

/** A name that people gave, without blanks around it. `what` begins the sentence of the refusal. */
export function requireName(text: string, what: string, field = 'name'): string {
  const name = text.trim().replace(/\s+/g, ' ');
  if (name === '' || name.length > 120) {
    throw new AssayError('bad-input', `${what} needs a name of 1 to 120 characters.`, { field });
  }
  return name;
}
