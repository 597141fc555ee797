import type { SetupAnswer, StatusAnswer } from '../../server/contract/index.ts';
import { startUptake } from './program.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The real program, and what somebody may ask it under /setup; `before` fills its folder. */
export async function setupAsked(
  env: Record<string, string> = {},
  flags: readonly string[] = ['--no-demo'],
  before: (data: string) => Promise<void> = async () => {},
) {
  const data = temporaryFolder();
  await before(data);
  const program = startUptake(['serve', '--port', '0', '--data', data, ...flags], env);
  const [, address = ''] = await program.said(/Uptake answers on (http:\S+)/);
  const said: string[] = [];
  const ask = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const answer = await fetch(address + path, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    const text = await answer.text();
    said.push(text);
    return JSON.parse(text);
  };
  const setup = async () => (await ask<SetupAnswer>('GET', '/api/setup')).data;
  const status = async () => (await ask<StatusAnswer>('GET', '/api/status')).data;
  return { ...program, address, data, ask, setup, status, said };
}
