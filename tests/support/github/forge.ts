import type { GraphQLError } from 'graphql';
import type { FakeOrganisation } from './organisation.ts';
import { notFound, refusal } from './refusal.ts';
import type { FakeRepository } from './repository.ts';

export type Access = {
  /** Organisations whose single sign-on the token is not authorised for. */
  sso: string[];
  /** What a classic token was granted. */
  scopes: string[];
  /** Fields that a fine-grained token may not read. */
  refusedFields: string[];
};

/** The forge's contents as one asker may see them. */
export class Forge {
  readonly organisations: FakeOrganisation[];
  readonly access: Access;

  constructor(organisations: FakeOrganisation[], access: Access) {
    this.organisations = organisations;
    this.access = access;
  }

  organisation(login: string): FakeOrganisation | null {
    return this.organisations.find((one) => same(one.login, login)) ?? null;
  }

  repositoryNamed(owner: string, name: string, followRenames = true): FakeRepository | null {
    const wanted = `${owner}/${name}`;
    const all = this.organisations.flatMap(({ repositories }) => repositories);
    const present = all.find((one) => same(`${one.owner}/${one.name}`, wanted));
    const former = followRenames
      ? all.find((one) => one.formerNames.some((before) => same(before, wanted)))
      : undefined;
    return present ?? former ?? null;
  }

  repositoryWithId(databaseId: number): FakeRepository | null {
    for (const { repositories } of this.organisations) {
      const found = repositories.find((one) => one.databaseId === databaseId);
      if (found !== undefined) return found;
    }
    return null;
  }

  repositoryWithNodeId(id: string): FakeRepository | null {
    for (const { repositories } of this.organisations) {
      const found = repositories.find((one) => one.id === id);
      if (found !== undefined) return found;
    }
    return null;
  }

  /** Whether it does not exist for the asker at all: deleted, or private without the scope to see it. */
  hides(repository: FakeRepository): boolean {
    return repository.state === 'gone' || (repository.isPrivate && !this.access.scopes.includes('repo'));
  }

  /** Why it exists, but may not be read; null: it may. */
  forbids(repository: FakeRepository): GraphQLError | null {
    if (this.withholds(repository.owner)) return samlRefusal();
    if (repository.state !== 'forbidden') return null;
    return tokenRefusal();
  }

  /** The organisation wants single sign-on first. */
  withholds(login: string): boolean {
    return this.access.sso.some((one) => same(one, login));
  }

  /** The repository, if it may be read; `missing` is what is said when it does not exist for the asker. */
  opened(repository: FakeRepository | null, missing: string): FakeRepository {
    if (repository === null || this.hides(repository)) throw notFound(missing);
    const reason = this.forbids(repository);
    if (reason !== null) throw reason;
    return repository;
  }
}

export const samlMessage =
  'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.';

export function samlRefusal(): GraphQLError {
  return refusal('FORBIDDEN', samlMessage, { saml_failure: true });
}

export function tokenRefusal(): GraphQLError {
  return refusal('FORBIDDEN', 'Resource not accessible by personal access token');
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
