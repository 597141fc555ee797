/** An answer before it goes out. */
export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: string;
};

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

export function html(status: number, title: string): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
  };
}

const documentation = 'https://docs.github.com/rest';

export function message(status: number, text: string, headers: Record<string, string> = {}): Answer {
  return json(status, { message: text, documentation_url: documentation, status: String(status) }, headers);
}
