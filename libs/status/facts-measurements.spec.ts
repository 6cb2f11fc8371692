import { AFTER, knownFacts, type Making } from '#test/support/made-pledge.js';
import { openRolledBack, type RolledBack } from '#test/support/rolled-back.js';
import type { Row } from '#test/support/rows.js';

const line = (item: string, agreed: number, present: number, serviceable: number | null = present): Row => ({
  item,
  agreed,
  present,
  serviceable,
});

describe('what is measured of a pledge', () => {
  let database: RolledBack;
  beforeAll(async () => {
    database = await openRolledBack();
  });
  afterAll(() => database.close());

  const known = (make: (pledge: Making) => void, unitType?: string) => knownFacts(database, make, unitType);

  it('add lines up, each capped at what was agreed', async () => {
    const { measurements, criticalLines } = await known(({ add, measure }) => {
      const measurement_id = measure('2025-05-01', { personnel_required: 100, personnel_available: 120 }, [
        line('TRUCK', 10, 30, 20),
        { ...line('AMBULANCE', 4, 2, 1), critical: true },
      ]);
      add('measurement_self_sustainment', {
        measurement_id,
        category: 'CATERING',
        required: 100,
        available: 150,
      });
      add('measurement_self_sustainment', {
        measurement_id,
        category: 'LAUNDRY',
        required: 100,
        available: 50,
      });
    });
    expect(measurements).toMatchObject({
      personnel: { required: 100, available: 120 },
      equipmentOnHand: { required: 14, available: 12 },
      serviceability: { required: 14, available: 11 },
      selfSustainment: { required: 200, available: 150 },
    });
    expect(criticalLines).toMatchObject([{ item: 'AMBULANCE', required: 4, available: 2 }]);
  });

  it('take each dimension from the latest measurement that knows it', async () => {
    const { measurements, criticalLines } = await known(({ measure }) => {
      measure('2025-01-01', { personnel_required: 100, personnel_available: 90 }, [
        { ...line('AMBULANCE', 4, 4), critical: true },
      ]);
      measure('2025-02-01', {}, [line('TRUCK', 10, 9, null)]);
      measure('2025-03-01', {
        basis: 'TOTALS_ONLY',
        self_sustainment_required: 5,
        self_sustainment_available: 7,
        personnel_required: 100,
        personnel_available: 80,
      });
      measure(AFTER, { personnel_required: 100, personnel_available: 10 }, [line('TRUCK', 10, 1)]);
    });
    expect(measurements).toMatchObject({
      personnel: { required: 100, available: 80 },
      equipmentOnHand: { required: 10, available: 9 },
      serviceability: { required: 4, available: 4 },
      selfSustainment: { required: 5, available: 7 },
    });
    // The latest lines name no critical one.
    expect(criticalLines).toEqual([]);
  });

  it('take critical lines that stand beside totals, and add none of them up', async () => {
    const { measurements, criticalLines } = await known(({ measure }) => {
      const totals = { equipment_on_hand_required: 50, equipment_on_hand_available: 60 };
      measure('2025-01-01', { basis: 'TOTALS_ONLY', ...totals }, [
        { ...line('AMBULANCE', 4, 6), critical: true },
      ]);
    });
    expect(measurements.equipmentOnHand).toMatchObject({ required: 50, available: 60 });
    expect(measurements.serviceability).toBeNull();
    expect(criticalLines).toMatchObject([{ item: 'AMBULANCE', required: 4, available: 4 }]);
  });
});
