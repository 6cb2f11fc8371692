import { QueryFailedError } from 'typeorm';
import { OutcomeUnknown } from '#platform/operation/operation-scope.js';
import { STAFF } from '#test/support/registry.js';
import { logger } from '../logger.js';
import { presentFailure } from './errors.js';

const request = { requestId: 'request-1', principal: STAFF, locale: 'en' } as const;
const failed = (code: string) =>
  new QueryFailedError('INSERT INTO secret', [], Object.assign(new Error('/path/of/ours'), { code }));

describe('a failure that nobody who asks can mend', () => {
  beforeAll(() => {
    logger.level = 'silent';
  });

  it.each([
    ['a full disk', failed('53100'), 'DISK_FULL'],
    ['a database that was lost at a commit', new OutcomeUnknown('lost'), 'OUTCOME_UNKNOWN'],
    ['a statement that fails', failed('22012'), 'INTERNAL_SERVER_ERROR'],
    [
      'no connection',
      Object.assign(new Error('/path/of/ours'), { code: 'ECONNREFUSED' }),
      'INTERNAL_SERVER_ERROR',
    ],
  ])('is told by its kind and its request, and by nothing of ours: %s', (_what, failure, code) => {
    const { errors } = presentFailure(failure, request);
    expect(errors).toMatchObject([{ extensions: { code, requestId: 'request-1' } }]);
    expect(JSON.stringify(errors)).not.toMatch(/ours|secret/);
  });
});
