import type { Deployed, GithubSourceConfig } from './config.ts';
import { matches } from './glob.ts';

const PRODUCTION = ['production', 'Production', 'prod'];

/** How a repository's deployments are known; null: not set up. */
export function deployedOf(config: GithubSourceConfig, nameWithOwner: string): Deployed | null {
  const exception = config.perRepository?.find(({ match }) => matches(match, nameWithOwner));
  return (exception === undefined ? config.deployed : exception.deployed) ?? null;
}

export function environmentsOf(deployed: Extract<Deployed, { from: 'deployments' }>): readonly string[] {
  return deployed.environments ?? PRODUCTION;
}

/** The setting as it is kept beside what was read by it (`Deployment.via`). */
export function viaOf(deployed: Deployed): string {
  if (deployed.from === 'deployments') return `deployments:${environmentsOf(deployed).join(',')}`;
  if (deployed.from === 'workflow') return `workflow:${deployed.workflow}`;
  return deployed.prereleases === true ? 'releases+prereleases' : 'releases';
}
