import { on, reasonsOf } from '#test/support/sound-facts.js';
import type { Facts, LifecycleState } from '../facts.js';

const planned = (
  deployment: string,
  certificate: string | null,
  lifecycle: LifecycleState = 'SELECTED',
): Partial<Facts> => ({
  lifecycle,
  plannedDeploymentOn: on(deployment),
  unitCertificateOn: certificate === null ? null : on(certificate),
});

describe('certification of a committed unit', () => {
  it.each([
    ['2025-10-12', 'INFO CERTIFICATION_DUE due=2025-10-13'],
    ['2025-10-13', 'INFO CERTIFICATION_DUE due=2025-10-13'],
    ['2025-10-14', 'FAIL CERTIFICATION_OVERDUE due=2025-10-13'],
    ['2025-12-31', 'FAIL CERTIFICATION_OVERDUE due=2025-10-13'],
  ])('is due one month before deployment: on %s', (asOf, reason) => {
    expect(reasonsOf(planned('2025-11-13', null), asOf)).toEqual([reason]);
  });

  it('is due on the last day of a shorter month', () => {
    expect(reasonsOf(planned('2026-03-31', null))).toEqual(['INFO CERTIFICATION_DUE due=2026-02-28']);
    expect(reasonsOf(planned('2024-03-31', null), '2024-02-01')).toContain(
      'INFO CERTIFICATION_DUE due=2024-02-29',
    );
  });

  it.each([
    ['2025-10-12', []],
    ['2025-10-13', []],
    ['2025-10-14', ['CONDITION CERTIFICATION_LATE due=2025-10-13 submitted=2025-10-14']],
  ])('given on %s', (certificate, reasons) => {
    expect(reasonsOf(planned('2025-11-13', certificate), '2025-10-20')).toEqual(reasons);
  });

  it.each([
    ['2025-10-13', ['INFO CERTIFICATION_DUE due=2025-10-13']],
    ['2025-10-14', ['FAIL CERTIFICATION_OVERDUE due=2025-10-13']],
    ['2025-10-15', ['CONDITION CERTIFICATION_LATE due=2025-10-13 submitted=2025-10-15']],
  ])('counts from the day the certificate is given: on %s', (asOf, reasons) => {
    expect(reasonsOf(planned('2025-11-13', '2025-10-15'), asOf)).toEqual(reasons);
  });

  it.each<[LifecycleState, number]>([
    ['REGISTERED', 0],
    ['SELECTED', 1],
    ['MOU_NEGOTIATION', 1],
    ['PDV', 1],
    ['CLEARED', 1],
    ['DEPLOYED', 0],
  ])('is asked for while %s: %i', (lifecycle, count) => {
    expect(reasonsOf(planned('2025-11-01', null, lifecycle))).toHaveLength(count);
  });

  it('is not asked for without a planned deployment', () => {
    expect(reasonsOf({ lifecycle: 'CLEARED', unitCertificateOn: on('2025-10-01') })).toEqual([]);
  });
});
