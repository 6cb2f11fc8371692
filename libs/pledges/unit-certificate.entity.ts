import { Field, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { PledgeFact } from '#platform/record/recorded-fact.entity.js';
import { FactTable } from '#platform/record/tables.js';

/** The certificate that a Member State gives before its unit deploys. */
@ObjectType()
@FactTable('unit_certificate', { owner: 'PLEDGE' })
export class UnitCertificate extends PledgeFact {
  @Field(() => PlainDateScalar)
  @Column('date')
  receivedOn!: PlainDate;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note!: string | null;
}
