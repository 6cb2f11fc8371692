import DataLoader from 'dataloader';
import { In } from 'typeorm';
import type { Id } from '#platform/ids.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { MeasurementEquipmentLine, MeasurementSelfSustainment } from './measurement-parts.entity.js';

/** The lines of measurements, by the version of the measurement (`rowId`) that they are part of. */
export const equipmentLinesOf = (context: OperationContext) =>
  partsOf(context, MeasurementEquipmentLine, 'item');

/** The self-sustainment of measurements, by the version of the measurement (`rowId`) that it is part of. */
export const selfSustainmentOf = (context: OperationContext) =>
  partsOf(context, MeasurementSelfSustainment, 'category');

function partsOf<P extends { measurementId: Id }>(
  context: OperationContext,
  part: new () => P,
  key: keyof P & string,
): DataLoader<Id, P[]> {
  return context.once(part.name, () => {
    return new DataLoader<Id, P[]>(async (ids) => {
      const parts = await context.entities((manager) =>
        manager
          .createQueryBuilder(part, 'part')
          .where({ measurementId: In([...ids]) })
          .orderBy(`part.${key}`)
          .getMany(),
      );
      return ids.map((id) => parts.filter(({ measurementId }) => measurementId === id));
    });
  });
}
