import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { THIS_MACHINE } from '../../server/api/access/access.ts';
import type { Failure } from '../../server/contract/answer.ts';
import { EditedNoteAnswer, NotesAnswer } from '../../server/contract/notes.ts';
import { noteRoutes as routes } from '../../server/contract/routes.ts';
import { someData, testApp } from '../support/app.ts';
import { openTestStore } from '../support/open-store.ts';
import { organisingOf } from '../support/organising.ts';

const TOKEN = 'a-token-of-an-admin';
const ELSEWHERE = '192.0.2.7';
const freeze = { kind: 'freeze', day: '2027-01-04', until: '2027-01-08', text: 'Nothing is released' };

async function served(adminToken: string | null = null) {
  const store = await openTestStore();
  const held = { ...someData(), teamNames: new Map([['pay', 'Payments']]) };
  const access = { ...THIS_MACHINE, adminToken };
  const { app, log } = testApp({ held, access, organising: organisingOf(store) });
  const write = (
    method: 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ) => app.inject({ method, url, headers, ...(payload && { payload }) });
  const read = async (query = '') => (await app.inject(routes.notes + query)).json<NotesAnswer>();
  return { app, store, log, write, read };
}

const noteAt = (id: number) => routes.note.replace(':note', String(id));

describe('Notes over HTTP', () => {
  it('are written, changed, removed and put back, and at once on every axis', async () => {
    const { read, write } = await served();
    const added = await write('POST', routes.notes, freeze);
    expect(Value.Errors(EditedNoteAnswer, added.json())).toEqual([]);
    const { id } = added.json<EditedNoteAnswer>().data;
    const answer = await read();
    expect(Value.Errors(NotesAnswer, answer)).toEqual([]);
    expect(answer.data).toMatchObject({
      notes: [{ id, ...freeze, number: 1, firstWeek: '2027-01-04', lastWeek: '2027-01-04' }],
      mayEdit: true,
    });
    const changed = { ...freeze, text: 'Hardly anything is released' };
    expect((await write('PUT', noteAt(id), changed)).json().data.changed).toBe(true);
    expect((await read()).data.notes).toMatchObject([{ id, text: changed.text }]);
    expect((await write('DELETE', noteAt(id))).json().data.changed).toBe(true);
    expect((await read()).data.notes).toEqual([]);
    expect((await write('PUT', noteAt(id), freeze)).json().data.changed).toBe(true);
    expect((await read()).data.notes).toMatchObject([{ id, text: freeze.text }]);
  });

  it('that were sent twice are there once', async () => {
    const { read, write } = await served();
    const first = (await write('POST', routes.notes, freeze)).json<EditedNoteAnswer>().data;
    const again = (await write('POST', routes.notes, freeze)).json<EditedNoteAnswer>().data;
    expect([again.changed, again.id]).toEqual([false, first.id]);
    expect((await read()).data.notes).toHaveLength(1);
  });

  it('may be kept by no cache, since they change without the data', async () => {
    const { app } = await served();
    const { headers } = await app.inject(routes.notes);
    expect([headers['cache-control'], headers.etag]).toEqual(['no-store', undefined]);
  });

  it('stand in the file of a series, which is another file then', async () => {
    const { app, write } = await served();
    const url = '/api/series/merged-pull-requests/csv?window=12w';
    const before = await app.inject(url);
    await write('POST', routes.notes, freeze);
    const after = await app.inject({ url, headers: { 'if-none-match': String(before.headers.etag) } });
    expect([before.statusCode, after.statusCode]).toEqual([200, 200]);
    const lines = after.body.split('\r\n');
    expect(lines[0]?.endsWith(',notes')).toBe(true);
    expect(lines.find((line) => line.startsWith('2027-01-04'))).toContain(
      ',Freeze: Nothing is released (4 Jan 2027 to 8 Jan 2027)',
    );
    expect(lines.find((line) => line.startsWith('2026-12-28'))).toMatch(/,$/);
  });

  it.each([
    [{ ...freeze, day: 'tomorrow' }, 'bad-note', 'day'],
    [{ ...freeze, text: '' }, 'bad-note', 'text'],
    [{ ...freeze, team: 'sales' }, 'unknown-team', 'team'],
    [{ ...freeze, kind: 'party' }, 'bad-question', 'kind'],
    [{ ...freeze, colour: 'red' }, 'unknown-field', 'colour'],
  ])('%o are refused as %s by their field', async (payload, code, field) => {
    const { read, write } = await served();
    const answer = await write('POST', routes.notes, payload);
    expect([answer.statusCode, answer.json<Failure>().error]).toMatchObject([400, { code, field }]);
    expect((await read()).data.notes).toEqual([]);
  });

  it('are read by everybody and written by those who may', async () => {
    const { app } = await served(TOKEN);
    const from = (headers: Record<string, string>) => ({ headers, remoteAddress: ELSEWHERE });
    const bearer = { authorization: `Bearer ${TOKEN}` };
    const mayEdit = async (headers: Record<string, string>) =>
      (await app.inject({ url: routes.notes, ...from(headers) })).json<NotesAnswer>().data.mayEdit;
    expect([await mayEdit({}), await mayEdit(bearer)]).toEqual([false, true]);
    expect(await mayEdit({ authorization: 'Bearer wrong' })).toBe(false);
    for (const [method, url] of [
      ['POST', routes.notes],
      ['PUT', noteAt(1)],
      ['DELETE', noteAt(1)],
    ] as const) {
      const ask = { method, url, ...(method !== 'DELETE' && { payload: freeze }) };
      expect((await app.inject({ ...ask, ...from({}) })).statusCode, `${method} ${url}`).toBe(401);
      expect((await app.inject({ ...ask, ...from(bearer) })).statusCode, `${method} ${url}`).not.toBe(401);
    }
  });

  it('of another page are refused', async () => {
    const { app } = await served();
    const headers = { origin: 'http://evil.example' };
    const answer = await app.inject({ method: 'POST', url: routes.notes, payload: freeze, headers });
    expect(answer.statusCode).toBe(403);
  });
});
