import { InputType } from '@nestjs/graphql';
import { DayField, IdField, TextField, VersionField } from '#platform/graphql/input-fields.js';
import type { PlainDate } from '#platform/plain-date.js';
import { interval } from '#platform/record/rules.js';
import { DeploymentPlan } from './deployment-plan.entity.js';
import { pledgeKind } from './pledge-kind.js';
import { knownMission } from './rules.js';

@InputType()
export class DeploymentPlanContent {
  @DayField({ description: 'The day on which it was planned so.' })
  plannedOn!: PlainDate;

  @DayField({ optional: true, description: 'The planned day; left out, no deployment is planned any more.' })
  deploymentOn?: PlainDate | null;

  @TextField(40, { optional: true })
  mission?: string | null;

  @TextField(1000, { optional: true })
  note?: string | null;
}

@InputType()
export class PlanDeploymentInput extends DeploymentPlanContent {
  @IdField()
  pledgeId!: string;

  @VersionField()
  expectedVersion!: number;
}

export const deploymentPlanKind = pledgeKind({
  name: 'DEPLOYMENT_PLAN',
  entity: DeploymentPlan,
  content: DeploymentPlanContent,
  day: 'plannedOn',
  check: (_context, _pledge, { plannedOn, deploymentOn, mission }) => {
    interval('deploymentOn', plannedOn, deploymentOn);
    knownMission('mission', mission);
  },
  row: ({ plannedOn, deploymentOn = null, mission = null, note = null }) => ({
    plannedOn,
    deploymentOn,
    mission,
    note,
  }),
});
