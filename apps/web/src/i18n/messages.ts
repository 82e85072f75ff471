import account from '../../messages/en/account.json' with { type: 'json' };
import common from '../../messages/en/common.json' with { type: 'json' };
import entry from '../../messages/en/entry.json' with { type: 'json' };
import shell from '../../messages/en/shell.json' with { type: 'json' };

/** The message catalogue: one file per area, the file's name is the namespace. */
export const messages = { account, common, entry, shell };
