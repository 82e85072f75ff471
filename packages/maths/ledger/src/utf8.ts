const ENCODER = new TextEncoder();

/** The UTF-8 bytes of a text. A lone surrogate becomes U+FFFD: refuse those before where it matters. */
export const utf8 = (text: string): Uint8Array => ENCODER.encode(text);
