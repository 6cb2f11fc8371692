import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
} from 'graphql';
import type { ProblemCode } from '#platform/problem.js';
import type { Input } from './mutations.js';

/** A value that no input takes in that place, and the problems that may say so. */
export interface BadValue {
  /** As the problem names the field: `equipmentLines.0.item`; of an item in a plain list, the list or the item. */
  readonly field: string;
  readonly input: Input;
  readonly value: unknown;
  readonly codes: readonly ProblemCode[];
}

const NOBODY = '00000000-0000-7000-8000-000000000000';
const LONGER_THAN_ANY = 'x'.repeat(5_000);
const MORE_THAN_ANY = 2_000_000_000;
const MORE_THAN_ANY_LIST = 250;

/** Words of a closed list; `item` is an open one, of words that are written as codes are. */
const CODES = [
  ...[
    'area',
    'basis',
    'category',
    'component',
    'conclusion',
    'item',
    'kind',
    'languages',
    'level',
    'outcome',
  ],
  ...['owner', 'requirementStatementId', 'result', 'scale', 'severity', 'state', 'to', 'type', 'verdict'],
];
const NAMED: Readonly<Record<string, ProblemCode>> = {
  memberState: 'UNKNOWN_MEMBER_STATE',
  mission: 'UNKNOWN_MISSION',
  unitType: 'UNKNOWN_UNIT_TYPE',
};

/** Days on which something happened, which never lie after today; all other days may. */
const EVENTS = [
  ...[
    'alignedOn',
    'answeredOn',
    'assignedOn',
    'cancelledOn',
    'closedOn',
    'confirmedOn',
    'decidedOn',
    'describedOn',
    'evaluatedOn',
  ],
  ...['heldUntil', 'knownOn', 'measuredOn', 'occurredOn', 'openedOn', 'plannedOn', 'progressedOn'],
  ...['raisedOn', 'receivedOn', 'resolvedOn', 'reviewedOn', 'screenedOn', 'setOn', 'signedOn'],
];
const TOMORROW = '2025-10-14';
/** Far enough ahead that tomorrow lies before the end of every interval. */
const FAR_AHEAD = '2030-01-01';
const ENDS = ['validUntil', 'resolveBy', 'deploymentOn', 'dueOn', 'untilOn', 'plannedUntil'];

/**
 * For every field of an input, nested ones too, the values that are bad whatever else is said: an id of nothing, a
 * text that is blank or without end, a word outside its list, a count below nought or beyond all measure, an event
 * after today.
 * @param valid an input that would be taken
 */
export function badValues(type: GraphQLInputObjectType, valid: Input): BadValue[] {
  return Object.values(type.getFields()).flatMap((field) => badValuesOf(field, valid));
}

function badValuesOf(field: GraphQLInputField, valid: Input): BadValue[] {
  const { name } = field;
  const put = (value: unknown, codes: readonly ProblemCode[], path = name): BadValue => ({
    ...{ field: path, value, codes, input: { ...valid, [name]: value } },
  });
  const type = getNamedType(field.type);
  if (isInputObjectType(type)) return badParts(field, type, valid);
  if (isListType(getNullableType(field.type))) {
    const inner = wrong(name, type.name).map(([value, codes]) => put([value], codes));
    return [
      ...inner,
      put(
        Array.from({ length: MORE_THAN_ANY_LIST }, () => validItem(type.name)),
        ['TOO_LARGE'],
      ),
    ];
  }
  if (type.name === 'PlainDate' && EVENTS.includes(name)) {
    const ends = Object.fromEntries(ENDS.filter((end) => valid[end]).map((end) => [end, FAR_AHEAD]));
    // A confirmation is taken by one step of the lifecycle only.
    const codes = ['AFTER_TODAY', 'NOT_IN_LIFECYCLE_STATE'] as const;
    return [{ ...put(TOMORROW, codes), input: { ...valid, ...ends, [name]: TOMORROW } }];
  }
  return wrong(name, type.name).map(([value, codes]) => put(value, codes));
}

const validItem = (type: string): string => (type === 'ID' ? NOBODY : 'fr');

/** The bad values of one part, in the place of the first where it is a list; none where the valid input has no part. */
function badParts({ name }: GraphQLInputField, type: GraphQLInputObjectType, valid: Input): BadValue[] {
  const given = valid[name];
  const [first, ...rest] = Array.isArray(given) ? (given as Input[]) : [given as Input | undefined | null];
  if (first === undefined || first === null) return [];
  return badValues(type, first).map(({ field, input, ...bad }) => ({
    ...bad,
    field: Array.isArray(given) ? `${name}.0.${field}` : `${name}.${field}`,
    input: { ...valid, [name]: Array.isArray(given) ? [input, ...rest] : input },
  }));
}

function wrong(name: string, type: string): (readonly [value: unknown, codes: readonly ProblemCode[]])[] {
  if (type === 'ID') {
    return [
      [NOBODY, ['NOT_FOUND']],
      ['nobody', ['NOT_FOUND']],
    ];
  }
  if (type === 'Int') {
    if (name === 'expectedVersion') return [[MORE_THAN_ANY, ['STALE_VERSION', 'TOO_LARGE']]];
    return [
      [-1, ['NEGATIVE', 'TOO_SMALL']],
      [MORE_THAN_ANY, ['TOO_LARGE']],
    ];
  }
  if (type !== 'String') return [];
  const unknown = NAMED[name] ?? (CODES.includes(name) ? 'UNKNOWN_CODE' : undefined);
  if (unknown !== undefined) return [['No such word', [unknown, 'TOO_LONG']]];
  return [
    [' \n', ['REQUIRED']],
    [LONGER_THAN_ANY, ['TOO_LONG']],
    ['nought \0', ['NOT_TEXT']],
    ['half a pair \ud800', ['NOT_TEXT']],
  ];
}
