export type NodeKind = 'PR' | 'PRR' | 'PRRT' | 'PRRC' | 'PRC' | 'EV' | 'DE' | 'RE' | 'I' | 'LA';

/** A lasting id of something within a repository, which a new name or another owner does not change. */
export function nodeId(kind: NodeKind, repositoryId: number, ...rest: (string | number)[]): string {
  return `${kind}_${Buffer.from([repositoryId, ...rest].join('/')).toString('base64url')}`;
}

/** What `nodeId` was made of; null when it made no such id. */
export function readNodeId(id: string): { kind: string; repositoryId: number; rest: string[] } | null {
  const [kind = '', code = ''] = id.split('_');
  const [repositoryId = '', ...rest] = Buffer.from(code, 'base64url').toString().split('/');
  return /^\d+$/.test(repositoryId) ? { kind, repositoryId: Number(repositoryId), rest } : null;
}
