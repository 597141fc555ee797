import { SourceError } from '../../net/source-error.ts';
import type { Asker } from './asker.ts';
import { Myself, reader, ServerInfo } from './payload.ts';
import { type Place, wrongUrl } from './sentences.ts';

/** The Jira that is asked; an id of it is `jira:HOST:10001`, whichever way it is reached. */
export type Site = {
  cloud: boolean;
  host: string;
  trackerId: string;
  /** For people, without a slash at the end. */
  url: string;
  version: string;
  /** Whose token it is. */
  account: string;
};

const readServer = reader(ServerInfo);
const readMyself = reader(Myself);

/** Where tokens with scopes ask; the site's own address is another one. */
const GATEWAY = /\/ex\/jira\/[^/]+$/;

/**
 * Which kind of Jira answers, and to whom: a site tells a stranger that it is there and shows an empty list of issues.
 * @throws SourceError
 */
export async function siteOf(asker: Asker, place: Place): Promise<Site> {
  const told = await asker.get('/serverInfo').catch((error: unknown): never => {
    if (error instanceof SourceError && error.code === 'not-found')
      throw wrongUrl('it knows no /rest/api/2/serverInfo', place);
    throw error;
  });
  const { baseUrl, deploymentType, version = '' } = readServer(told, place.host);
  const cloud = deploymentType === 'Cloud';
  asker.use(cloud ? '3' : '2');
  const { displayName = '' } = readMyself(await asker.get('/myself'), place.host);
  const url = (GATEWAY.test(place.url) && URL.canParse(baseUrl) ? baseUrl : place.url).replace(/\/+$/, '');
  const { host } = new URL(url);
  return { cloud, host, trackerId: `jira:${host}`, url, version, account: displayName };
}
