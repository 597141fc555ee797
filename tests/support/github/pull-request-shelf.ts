import type { Direction, Placed } from './connection.ts';
import type { FakePullRequest } from './pull-request.ts';
import type { FakeRepository } from './repository.ts';

export type PullRequestOrder = 'CREATED_AT' | 'UPDATED_AT';

type Sorted = Record<Direction, Placed<FakePullRequest>[]>;

const shelves = new WeakMap<FakeRepository, PullRequestShelf>();

/**
 * The pull requests of a repository by number and in order. Tests change them at any time, so each use looks first whether
 * what was sorted still holds, which costs a thousandth of sorting anew.
 */
export class PullRequestShelf {
  readonly #repository: FakeRepository;
  #seen: FakePullRequest[] = [];
  #byNumber = new Map<number, FakePullRequest>();
  #orders = new Map<PullRequestOrder, Sorted>();

  private constructor(repository: FakeRepository) {
    this.#repository = repository;
  }

  static of(repository: FakeRepository): PullRequestShelf {
    const known = shelves.get(repository) ?? new PullRequestShelf(repository);
    shelves.set(repository, known);
    return known;
  }

  numbered(number: number): FakePullRequest | null {
    this.#look();
    return this.#byNumber.get(number) ?? null;
  }

  inOrder(order: PullRequestOrder, direction: Direction): readonly Placed<FakePullRequest>[] {
    this.#look();
    const known = this.#orders.get(order);
    if (known?.ASC.every(({ value, item }) => value === placeValue(item, order))) return known[direction];
    const ascending = this.#seen
      .map((item) => ({ value: placeValue(item, order), id: item.number, item }))
      .sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : a.id - b.id));
    const sorted = { ASC: ascending, DESC: ascending.toReversed() };
    this.#orders.set(order, sorted);
    return sorted[direction];
  }

  #look(): void {
    const { pullRequests } = this.#repository;
    const same =
      this.#seen.length === pullRequests.length && this.#seen.every((item, at) => item === pullRequests[at]);
    if (same) return;
    this.#seen = [...pullRequests];
    this.#byNumber = new Map(pullRequests.map((item) => [item.number, item]));
    this.#orders.clear();
  }
}

function placeValue(item: FakePullRequest, order: PullRequestOrder): string {
  return order === 'CREATED_AT' ? item.createdAt : item.updatedAt;
}
