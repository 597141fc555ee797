import { createTransport } from 'nodemailer';
import type { Message } from '../model/message.ts';
import { SourceError } from '../net/source-error.ts';

export type MailSettings = {
  /** `smtps://USER:PASSWORD@HOST:465` or `smtp://HOST:587`; it holds a secret, and stands in no error. */
  server: string;
  from: string;
  to: readonly string[];
};

const SECOND = 1000;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/**
 * Sends one mail to all, who do not see each other. Beyond this machine the connection is encrypted, or nothing is sent.
 * @throws SourceError `bad-mail-server`, `mail-refused`, `mail-unreachable`
 */
export async function toMail(settings: MailSettings, message: Message): Promise<void> {
  const server = serverOf(settings.server);
  const transport = createTransport({
    host: server.hostname.replace(/^\[|\]$/g, ''),
    port: Number(server.port) || (server.protocol === 'smtps:' ? 465 : 587),
    secure: server.protocol === 'smtps:',
    requireTLS: server.protocol === 'smtp:' && !LOOPBACK.test(server.hostname),
    ...(server.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }),
    connectionTimeout: 20 * SECOND,
    greetingTimeout: 20 * SECOND,
    socketTimeout: 60 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: settings.from,
      bcc: [...settings.to],
      subject: message.subject,
      text: message.text,
      html: message.html,
      // Nobody is to answer a program that it is out of office.
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } catch (cause) {
    throw explained(cause, server.hostname);
  } finally {
    transport.close();
  }
}

function serverOf(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '') return url;
  throw new SourceError(
    'bad-mail-server',
    'UPTAKE_SMTP_URL is no address of a mail server: write it as smtps://USER:PASSWORD@HOST:465 or smtp://HOST:587.',
  );
}

function explained(cause: unknown, host: string): SourceError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'EAUTH') {
    return new SourceError('mail-refused', `${host} refused the name or the password of UPTAKE_SMTP_URL.`, {
      cause,
    });
  }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') {
    const says = cause instanceof Error ? cause.message.slice(0, 200) : '';
    return new SourceError('mail-refused', `${host} refused the mail: ${says}`, { cause });
  }
  const message = `${host} takes no mail (${code || 'no answer'}): check host, port and encryption in UPTAKE_SMTP_URL.`;
  return new SourceError('mail-unreachable', message, { cause });
}
