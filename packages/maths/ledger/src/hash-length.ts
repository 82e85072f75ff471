/** Length in bytes of every hash, root and salt in the ledger (SHA-256). */
export const HASH_LENGTH = 32;
