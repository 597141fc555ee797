import { type Answer, html, json, refusal } from './answer.ts';
import { captcha, unauthorized } from './credentials.ts';
import type { Fault, Faults } from './faults.ts';
import type { Deployment } from './field.ts';
import { limitAnswer } from './rate-limit.ts';

const titles = {
  500: 'Internal Server Error',
  502: '502 Bad Gateway',
  503: '503 Service Temporarily Unavailable',
  504: '504 Gateway Time-out',
};

type Around = { deployment: Deployment; base: string; now: number };

/** The whole answer of a fault that never gets as far as the data; null: the data is answered, perhaps spoiled. */
export function faultAnswer(fault: Fault, { deployment, base, now }: Around): Answer | null {
  switch (fault.kind) {
    case 'server-error': {
      const wait: Record<string, string> =
        fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      if (fault.body === 'html') return html(fault.status, titles[fault.status], wait);
      return json(fault.status, { errorMessages: [titles[fault.status]], errors: {} }, wait);
    }
    case 'rate-limit':
      return limitAnswer(deployment, fault.retryAfter, fault.reason ?? 'jira-quota-tenant-based', now);
    case 'garbage':
      return { ...json(200, null), body: '{"issues":[{"id":"100\u0000\u0001<<' };
    case 'empty':
      return { ...json(200, null), body: '' };
    case 'proxy-page':
      return html(200, 'Sign in to the company network');
    case 'login-redirect':
      return html(302, 'Found', { location: `${base}/login.jsp?os_destination=%2Frest` });
    case 'wrong-token':
      return deployment === 'Cloud'
        ? json(401, { message: 'Client must be authenticated to access this resource.', 'status-code': 401 })
        : unauthorized(base);
    case 'captcha':
      return captcha(base);
    case 'forbidden':
      return refusal(403, 'You do not have permission to access this resource.');
    case 'not-found':
      return html(404, 'Oops, you’ve found a dead link.');
    case 'gone':
      return refusal(410, 'The requested API has been removed.');
    default:
      return null;
  }
}

/** What is left of an answer's body. */
export function spoiled(answer: Answer, fault: Fault | null, { spoil }: Faults, call: string): Answer {
  if (fault?.kind === 'truncated') return { ...answer, body: answer.body.slice(0, answer.body.length >> 1) };
  if (spoil === null || answer.status !== 200 || fault !== null) return answer;
  return { ...answer, body: JSON.stringify(spoil(JSON.parse(answer.body), call)) };
}
