import { createTransport } from 'nodemailer';
import type { Mail } from './deps.ts';

/** Sends mails through a server given as `smtp://user:password@host:port`. */
export function mailSender(smtpUrl: string, from: string): (mail: Mail) => Promise<void> {
  const transport = createTransport(smtpUrl, { from });
  return async (mail) => {
    await transport.sendMail(mail);
  };
}
