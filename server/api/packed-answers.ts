import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { PageToShare } from '../contract/shared.ts';
import type { Kept } from '../report/shared/kept.ts';

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];

/** As it is stored. */
export async function packed(kept: Kept): Promise<Buffer> {
  return pack(JSON.stringify(kept));
}

export async function unpacked(answers: Buffer): Promise<Kept> {
  return JSON.parse((await unpack(answers)).toString());
}

/** Digest of what somebody who opens the page sees: sharing the same numbers twice gives the same link. */
export function stateOf({ page, question }: PageToShare, version: string, { answers }: Kept): string {
  return createHash('sha256')
    .update(JSON.stringify([page, question, version, answers]))
    .digest('hex');
}
