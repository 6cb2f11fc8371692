import { applyDecorators } from '@nestjs/common';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { PlainDate } from '#platform/plain-date.js';
import type { PersonnelType } from './personnel-types.js';

const CHECKS = ['month', 'personnel_type', 'counts', 'recorded_role', 'recorded_through', 'voided'];

/**
 * One published figure. It is no fact of a pledge and has no name of its own: its cell (month, mission, Member State,
 * type) names it, and a re-issue voids it.
 */
@Entity('contribution')
// TypeORM compares checks by their names alone; what they say is said once, in the migration.
@applyDecorators(...CHECKS.map((check) => Check(`contribution_${check}_check`, 'true')))
@Index('contribution_once_index', ['month', 'mission', 'memberState', 'personnelType'], {
  unique: true,
  where: 'voided_at IS NULL',
})
export class Contribution {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('date')
  month!: PlainDate;

  @Column('text')
  mission!: string;

  @Column('text')
  memberState!: string;

  @Column('text')
  personnelType!: PersonnelType;

  @Column('integer')
  male!: number;

  @Column('integer')
  female!: number;

  @Column('timestamp with time zone')
  recordedAt!: Date;

  @Column('text')
  recordedBy!: string;

  @Column('text')
  recordedRole!: string;

  @Column('text', { default: 'IMPORT' })
  recordedThrough!: string;

  @Column('timestamp with time zone', { nullable: true })
  voidedAt!: Date | null;

  @Column('text', { nullable: true })
  voidedBy!: string | null;

  @Column('text', { nullable: true })
  voidedRole!: string | null;

  @Column('text', { nullable: true })
  voidedReason!: string | null;
}
