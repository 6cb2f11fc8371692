import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Max, Min } from 'class-validator';
import { MomentArgs } from '../moment.js';
import { ProblemError } from '../problem.js';
import type { BrokenRule } from './input-fields.js';

/** Most nodes that one page holds, and how many it holds unless told. */
export const LARGEST_PAGE = 200;
const USUAL_PAGE = 50;

/** The arguments of a list: which page of it, and the two times of the question. */
@ArgsType()
export class PageArgs extends MomentArgs {
  @Field(() => Int, { defaultValue: USUAL_PAGE, description: `At most ${LARGEST_PAGE}.` })
  @Min(1, { context: { code: 'TOO_SMALL', limit: 1 } satisfies BrokenRule })
  @Max(LARGEST_PAGE, { context: { code: 'TOO_LARGE', limit: LARGEST_PAGE } satisfies BrokenRule })
  first: number = USUAL_PAGE;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string | null;
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Where this page ends; null where it is empty.' })
  endCursor!: string | null;
}

/** One page of a list, with the size of the whole. */
export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** The GraphQL type of a list, named after its node. */
export function connectionOf<T>(name: string, node: () => Type<T>): Type<Connection<T>> {
  @ObjectType(`${name}Connection`)
  class ConnectionOfNodes implements Connection<T> {
    @Field(() => [node()])
    nodes!: readonly T[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are on all pages.' })
    totalCount!: number;
  }
  return ConnectionOfNodes;
}

/** What a list is sorted by, closed by something unique: the place of a node, whatever is added before it. */
export type Key = readonly (string | number | null)[];

/**
 * The page that a statement found.
 * @param found the nodes from the cursor on; one more than `first` says that another page follows
 */
export function pageOf<T>(
  found: readonly T[],
  { first }: Pick<PageArgs, 'first'>,
  totalCount: number,
  keyOf: (node: T) => Key,
): Connection<T> {
  const nodes = found.slice(0, first);
  const last = nodes.at(-1);
  const endCursor = last === undefined ? null : encodeCursor(keyOf(last));
  return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor }, totalCount };
}

/**
 * The page of a list that is at hand whole, in the order of its keys.
 * @param parts as of `decodeCursor`
 */
export function pageAmong<T>(
  list: readonly T[],
  page: Pick<PageArgs, 'first' | 'after'>,
  keyOf: (node: T) => Key,
  parts: readonly ((part: unknown) => unknown)[],
): Connection<T> {
  const after = decodeCursor(page.after, parts);
  const start = after === undefined ? 0 : list.findIndex((node) => compareKeys(keyOf(node), after) > 0);
  const found = start === -1 ? [] : list.slice(start, start + page.first + 1);
  return pageOf(found, page, list.length, keyOf);
}

/** A part of a key that is a text which the database can hold. */
export const isText = (part: unknown): part is string => typeof part === 'string' && !part.includes('\0');

/** Part by part: numbers by size, texts by code unit, what is absent first. */
export function compareKeys(one: Key, other: Key): number {
  for (const [place, part] of one.entries()) {
    const than = other[place] ?? null;
    if (part === than) continue;
    return part === null || (than !== null && part < than) ? -1 : 1;
  }
  return 0;
}

export const encodeCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/**
 * The key that a cursor stands for.
 * @param parts one test for each part, so that a cursor of another list or of nobody's making reaches no statement
 * @returns undefined where there is no cursor
 * @throws ProblemError NOT_FOUND for what is no cursor of this list
 */
export function decodeCursor(
  after: string | null | undefined,
  parts: readonly ((part: unknown) => unknown)[],
): Key | undefined {
  if (after === undefined || after === null) return undefined;
  const key = keyIn(after);
  const fits = key?.length === parts.length && parts.every((test, index) => Boolean(test(key[index])));
  if (key === undefined || !fits) throw ProblemError.notFound('after', after);
  return key;
}

function keyIn(cursor: string): Key | undefined {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(key) ? (key as Key) : undefined;
  } catch {
    return undefined;
  }
}
