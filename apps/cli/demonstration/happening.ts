import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import type { Principal } from '#platform/principal.js';
import type { InputOf, MutationName, ResultOf } from './mutations.js';

/** What somebody at the registry can do at the moment of a happening. */
export interface Desk {
  /** Uses one mutation of the API. */
  use<Name extends MutationName>(name: Name, input: InputOf<Name>): Promise<ResultOf<Name>>;
  /** The current version of a pledge, a visit or a plan. */
  versionOf(table: 'pledge' | 'visit' | 'improvement_plan', id: Id): Promise<number>;
  /** Remembers a record under a name, for the happenings that come back to it. */
  keep(name: string, id: Id): void;
  kept(name: string): Id;
}

/** One operation: what one person records on one day. */
export interface Happening {
  readonly on: PlainDate;
  readonly by: Principal;
  record(desk: Desk): Promise<void>;
}
