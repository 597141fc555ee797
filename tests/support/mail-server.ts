import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

export type ReceivedMail = { from: string; to: string[]; source: string };

/** A real mail server on a free port of this machine, which keeps what it takes. */
export async function mailServer(
  given: { user?: string; password?: string; refuses?: string } = {},
): Promise<{ port: number; received: ReceivedMail[] }> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: given.user === undefined,
    allowInsecureAuth: true,
    onAuth(auth, _session, done) {
      const known = auth.username === given.user && auth.password === given.password;
      done(known ? null : new Error('no such account'), known ? { user: auth.username } : undefined);
    },
    onRcptTo({ address }, _session, done) {
      done(address === given.refuses ? new Error('no such mailbox') : undefined);
    },
    onData(stream, session, done) {
      void text(stream).then((source) => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          source,
        });
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return { port: address.port, received };
}
