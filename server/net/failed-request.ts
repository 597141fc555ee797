// What a request that did not answer shows of why.

/** Codes of a certificate that is not trusted, and of a host that is not there. */
export const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/;
export const NOBODY = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/;
export const NO_TLS = /^(EPROTO$|ERR_SSL)/;

const LONGEST = 300;

/** Code of the network's error, such as `ENOTFOUND`, which the innermost error has; empty: none. */
export function codeOf(error: unknown): string {
  for (let one = error; one instanceof Error; one = one.cause) {
    if ('code' in one && typeof one.code === 'string' && one.code !== '') return one.code;
    if (one.name === 'TimeoutError') return 'TIMEOUT';
  }
  return '';
}

/** One line without the marks of a web page: its title, when it has one; at most 300 characters. */
export function plain(text: string): string {
  const title = /<title>([^<]*)<\/title>/i.exec(text)?.[1];
  return (title ?? text.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}
