import { QuestionError } from './model/errors.ts';

/** A login, also out of the address of its page. @throws QuestionError `bad-owner` */
export function login(given: string): string {
  const owner = given
    .trim()
    .replace(/^https?:\/\/[^/]+\/(orgs\/)?/, '')
    .replace(/^@|\/$/g, '');
  if (/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(owner)) return owner;
  const says = `"${owner}" is no organisation or user of GitHub: write it as in the address of its page, such as acme of https://github.com/acme.`;
  throw new QuestionError('bad-owner', says, 'owner');
}

/** A key of Jira, in capitals. @throws QuestionError `bad-project` */
export function projectKey(given: string): string {
  if (/^[A-Za-z][A-Za-z0-9_*?]{0,79}$/.test(given)) return given.toUpperCase();
  const says = `"${given}" is no key of a project: that is what stands before the number of an issue, such as SHOP of SHOP-12.`;
  throw new QuestionError('bad-project', says, 'projects');
}

/** @throws QuestionError `bad-email` */
export function mailAddress(given: string | undefined, field: string): string {
  const address = given?.trim() ?? '';
  if (/^[^\s@<>]+@[^\s@<>]+$/.test(address)) return address;
  throw new QuestionError('bad-email', `"${address}" is no e-mail address.`, field);
}
