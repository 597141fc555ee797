/** An answer before it goes out. */
export type Answer = { status: number; headers: Record<string, string>; body: string };

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** A refusal as Jira's own calls write it. */
export function refusal(status: number, ...messages: string[]): Answer {
  return json(status, { errorMessages: messages, errors: {} });
}

/** A refusal as the floor below Jira's calls writes it. */
export function plainRefusal(status: number, message: string, headers: Record<string, string> = {}): Answer {
  return json(status, { message, 'status-code': status }, headers);
}

export function html(status: number, title: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html;charset=UTF-8', ...headers },
    body: `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
  };
}
