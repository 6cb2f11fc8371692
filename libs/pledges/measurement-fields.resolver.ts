import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { Measurement } from './measurement.entity.js';
import { equipmentLinesOf, selfSustainmentOf } from './measurement.loader.js';
import { MeasurementEquipmentLine, MeasurementSelfSustainment } from './measurement-parts.entity.js';

@Resolver(() => Measurement)
export class MeasurementFieldsResolver {
  @ResolveField(() => [MeasurementEquipmentLine])
  equipmentLines(@Context('operation') context: OperationContext, @Parent() { rowId }: Measurement) {
    return equipmentLinesOf(context).load(rowId);
  }

  @ResolveField(() => [MeasurementSelfSustainment])
  selfSustainmentCategories(
    @Context('operation') context: OperationContext,
    @Parent() { rowId }: Measurement,
  ) {
    return selfSustainmentOf(context).load(rowId);
  }
}
