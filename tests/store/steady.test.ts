import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { preparesSteadily, steady } from '../../server/store/steady.ts';

describe('a steady statement', () => {
  it.each([
    ['SELECT a FROM t WHERE id = ?', 'SELECT a FROM t WHERE id = +?'],
    ['SELECT a FROM t WHERE at >=@from AND at<?', 'SELECT a FROM t WHERE at >=+@from AND at<+?'],
    [
      'SELECT a FROM t WHERE b IS NOT ? LIMIT ? OFFSET ?',
      'SELECT a FROM t WHERE b IS NOT +? LIMIT +? OFFSET +?',
    ],
    ['SELECT a FROM t WHERE b BETWEEN ? AND ?', 'SELECT a FROM t WHERE b BETWEEN +? AND +?'],
    ['INSERT INTO t (a, b) VALUES (?, @b)', 'INSERT INTO t (a, b) VALUES (?, @b)'],
    ['SELECT a FROM t WHERE a IN (?, ?) AND b LIKE ?', 'SELECT a FROM t WHERE a IN (?, ?) AND b LIKE ?'],
  ])('of %s hides what a plan would be made anew for', (sql, expected) => {
    expect(steady(sql)).toBe(expected);
  });

  it('finds what the plain one finds, whatever is bound, by the same index', () => {
    const plain = new Database(':memory:');
    plain.exec(`CREATE TABLE t (id TEXT PRIMARY KEY, at INTEGER) STRICT; CREATE TABLE u (at INTEGER PRIMARY KEY, n REAL) STRICT;
      INSERT INTO t VALUES ('7', 1), ('b', 2), ('c', NULL); INSERT INTO u VALUES (1, 0.5), (2, 1.5)`);
    const sql = 'SELECT t.id, n FROM t LEFT JOIN u USING (at) WHERE id = ?';
    const before = plain.prepare(sql);
    const plan = plain.prepare(`EXPLAIN QUERY PLAN ${sql}`).all('b');
    const db = preparesSteadily(plain);
    const after = db.prepare(sql);
    expect(after.source).toContain('id = +?');
    for (const value of ['7', 7, 'b', 'c', null, 'none']) expect(after.all(value)).toEqual(before.all(value));
    expect(after.all('b')).toHaveLength(1);
    expect(db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all('b')).toEqual(plan);
    db.close();
  });
});
