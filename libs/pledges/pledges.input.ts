import { InputType } from '@nestjs/graphql';
import { IdField, TextField, VersionField } from '#platform/graphql/input-fields.js';
import { LifecycleStepContent } from './lifecycle.kind.js';
import { PledgeDescriptionContent } from './pledge-description.kind.js';

@InputType()
export class DraftPledgeInput extends PledgeDescriptionContent {
  @TextField(3, { description: 'ISO alpha-3.' })
  memberState!: string;

  @TextField(40)
  unitType!: string;

  @TextField(40, { description: 'A short name, unique within the Member State.' })
  reference!: string;
}

@InputType()
export class LifecycleStepInput extends LifecycleStepContent {
  @IdField()
  pledgeId!: string;

  @VersionField()
  expectedVersion!: number;
}
