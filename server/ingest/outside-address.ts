import { SourceError } from '../net/source-error.ts';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * An address that an environment variable names: of https, but on this machine, without a name and a password.
 * @param hint what to write instead: "For GitHub Enterprise Server it is https://HOST/api/v3."
 * @throws SourceError `bad-address`
 */
export function outsideAddress(name: string, given: string, hint: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw bad(`${name} is "${given}", which is no address. ${hint}`);
  if (url.username !== '' || url.password !== '')
    throw bad(
      `${name} holds a name or a password. Leave them out: what proves who asks has a variable of its own.`,
    );
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    throw bad(`${name} is "${given}": without https the token could be read on its way. Use https.`);
  return given.replace(/\/+$/, '');
}

function bad(message: string): SourceError {
  return new SourceError('bad-address', message);
}
