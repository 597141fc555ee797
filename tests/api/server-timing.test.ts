import { expect, it } from 'vitest';
import { testApp } from '../support/app.ts';

it.each(['/api/status', '/api/series/cycle-time', '/api/nowhere'])(
  'an answer of %s says how long it took inside',
  async (url) => {
    const { headers } = await testApp().app.inject(url);
    expect(headers['server-timing']).toMatch(/^total;dur=\d+\.\d\d$/);
  },
);
