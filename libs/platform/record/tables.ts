import { applyDecorators } from '@nestjs/common';
import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { snakeCase } from '../database/naming.js';

/** Whose rows a table holds: the same words as in the migrations that make it. */
type Owner = 'PLEDGE' | 'VISIT' | 'MEMBER_STATE';

interface TableOptions {
  readonly owner: Owner;
  /** The checks of its own, without the table's name and the ending: `days` for `visit_plan_days_check`. */
  readonly checks?: readonly string[];
}

const RECORDED = ['recorded_role', 'recorded_through'];

/** A table of facts, as `factTable` of the migrations makes it. */
export const FactTable = (table: string, { owner, checks = [] }: TableOptions) =>
  applyDecorators(
    Entity(table),
    named(table, ['voided', ...RECORDED, ...checks]),
    ownedBy(table, owner),
    Index(`${table}_owner_index`, [
      { PLEDGE: 'pledgeId', VISIT: 'visitId', MEMBER_STATE: 'memberState' }[owner],
    ]),
    Index(`${table}_live_index`, ['id'], { unique: true, where: 'voided_at IS NULL' }),
  );

/** A table of things that facts belong to and that carry a version, as `versionedTable` of the migrations makes it. */
export const VersionedTable = (table: string, { owner, checks = [] }: TableOptions) =>
  applyDecorators(
    Entity(table),
    named(table, [...RECORDED, ...checks]),
    ownedBy(table, table === 'pledge' || table === 'visit' ? 'MEMBER_STATE' : owner),
    Index(`${table}_owner_index`, ['memberState']),
    Unique(`${table}_identity_key`, ['id', 'memberState']),
  );

/** Rows that are part of one version of a pledge's fact, as `partTable` of the migrations makes them. */
export const PartTable = (table: string, of: string, checks: readonly string[] = []) => {
  const parent = `${camelCase(of)}Id`;
  return applyDecorators(
    Entity(table),
    named(table, checks),
    ForeignKey(of, [parent], ['rowId']),
    ForeignKey(of, [parent, 'pledgeId', 'memberState'], ['rowId', 'pledgeId', 'memberState'], {
      name: `${table}_parent_fkey`,
    }),
    Index(`${table}_owner_index`, ['pledgeId']),
  );
};

/** Child rows may name such a fact together with its pledge and Member State. */
export const Referable = (table: string) =>
  Unique(`${table}_reference_key`, ['rowId', 'pledgeId', 'memberState']);

/** The fact that a column names is of the same pledge and the same Member State. */
export const ChildOf = (table: string, property: string, parent: string) => {
  const name = `${table}_${snakeCase(property)}`;
  return applyDecorators(
    ForeignKey(parent, [property, 'pledgeId', 'memberState'], ['rowId', 'pledgeId', 'memberState'], {
      name: `${name}_fkey`,
    }),
    Index(`${name}_index`, [property]),
  );
};

/** What a column names is of the same Member State; `pledgeId` for a pledge, `visitId` for a visit. */
export const OfSameState = (table: string, target: 'pledge' | 'visit') =>
  ForeignKey(target, [`${target}Id`, 'memberState'], ['id', 'memberState'], {
    name: `${table}_${target}_fkey`,
  });

/** As `OfSameState`, for facts of a pledge that are looked up by their visit. */
export const OfVisit = (table: string) =>
  applyDecorators(OfSameState(table, 'visit'), Index(`${table}_visit_id_index`, ['visitId']));

/** Indexes that the migrations hold and TypeORM has no words for: it neither makes nor drops them. */
export const KeptIndexes = (table: string, ...names: readonly string[]) =>
  applyDecorators(...names.map((name) => Index(`${table}_${name}_index`, { synchronize: false })));

const ownedBy = (table: string, owner: Owner) =>
  applyDecorators(
    ForeignKey('member_state', ['memberState'], ['iso3']),
    ...(owner === 'MEMBER_STATE' ? [] : [OfSameState(table, owner === 'PLEDGE' ? 'pledge' : 'visit')]),
  );

// TypeORM compares checks by their names alone; what they say is said once, in the migration.
const named = (table: string, checks: readonly string[]) =>
  applyDecorators(...checks.map((check) => Check(`${table}_${check}_check`, 'true')));

const camelCase = (name: string): string =>
  name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
