import type { Principal } from '#platform/principal.js';
import type { Input } from './mutations.js';
import { STAFF, type ServedRegistry } from './registry.js';
import type { Outlook } from './supposed-and-recorded.js';

const REASON = '{ severity code params }';
const STATUS = `{ level status nextChangeOn reasons ${REASON} }`;
const OUTLOOK = `{ word flags pool committed deployed counts { level status count } limiting { code count }
  bestLevel rdl availablePersonnel evidence { complete pool } nextChangeOn }`;
const WHAT_IF = `query ($id: ID!, $suppositions: [SuppositionInput!], $rules: SupposedRulesInput, $asOf: PlainDate,
  $knownOn: DateTime) {
  whatIf(pledgeId: $id, suppositions: $suppositions, rules: $rules, asOf: $asOf, knownOn: $knownOn) {
    basis { asOf parameterSet } pledge { id lifecycle status ${STATUS} } lifecycle status ${STATUS}
    reasonsGone ${REASON} reasonsCome ${REASON}
    memberState { memberState { iso3 } actual ${OUTLOOK} supposed ${OUTLOOK} } } }`;

/** What a question of what if is answered. */
export interface Answered {
  readonly pledge: Pick<Outlook, 'lifecycle' | 'status'>;
  readonly lifecycle: string;
  readonly status: Outlook['status'];
  readonly reasonsGone: readonly object[];
  readonly reasonsCome: readonly object[];
  readonly memberState: { readonly actual: object; readonly supposed: object } | null;
}

/** Asks what if, as staff unless told. */
export async function askWhatIf(
  registry: ServedRegistry,
  id: string,
  asked: Input = {},
  as: Principal = STAFF,
) {
  const { body } = await registry.ask(as, WHAT_IF, { id, ...asked });
  return { answer: (body.data?.['whatIf'] ?? null) as Answered | null, errors: body.errors };
}

/** As `askWhatIf`, where an answer is due. */
export async function answerWhatIf(...asked: Parameters<typeof askWhatIf>): Promise<Answered> {
  const { answer, errors } = await askWhatIf(...asked);
  if (answer === null) throw new Error(JSON.stringify([...asked.slice(1), errors]));
  return answer;
}

/** What would be. */
export const supposed = ({ lifecycle, status, memberState: state }: Answered): Outlook => ({
  ...{ lifecycle, status },
  memberState: state?.supposed ?? {},
});

/** What is. */
export const actual = ({ pledge: { lifecycle, status }, memberState: state }: Answered): Outlook => ({
  ...{ lifecycle, status },
  memberState: state?.actual ?? {},
});
