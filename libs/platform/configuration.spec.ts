import { readConfiguration, StartError, withoutPassword } from './configuration.js';

const url = 'postgres://muster_app:secret@db.example:5432/muster';

function refusal(environment: NodeJS.ProcessEnv): string {
  try {
    readConfiguration(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    return (error as StartError).message;
  }
  throw new Error('was accepted');
}

describe('readConfiguration', () => {
  it('needs nothing: it serves the embedded database on the loopback address', () => {
    const configuration = readConfiguration({});
    expect(configuration).toMatchObject({ environment: 'development', host: '127.0.0.1', port: 3000 });
    expect(configuration.dataDir).toMatch(/\/\.muster$/);
    expect(configuration).not.toHaveProperty('databaseUrl');
  });

  it('takes what is set, and nothing for what is set to nothing', () => {
    expect(
      readConfiguration({ PORT: '0', MUSTER_TODAY: '2024-02-29', DATABASE_URL: url, DATABASE_OWNER_URL: '' }),
    ).toMatchObject({ port: 0, today: '2024-02-29', databaseUrl: url });
  });

  it.each([
    ['PORT', '65536', 'a whole number from 0 to 65535'],
    ['PORT', '3e3', 'a whole number'],
    ['PORT', '-1', 'a whole number'],
    ['MUSTER_TODAY', '2025-02-29', 'YYYY-MM-DD'],
    ['MUSTER_TODAY', '13/10/2025', 'YYYY-MM-DD'],
    ['LOG_LEVEL', 'loud', 'one of silent'],
    ['NODE_ENV', 'staging', 'one of development, test, production'],
    ['DATABASE_POOL_SIZE', '0', 'from 1 to 500'],
    ['DATABASE_URL', 'mysql://localhost/muster', 'postgres://'],
  ])('names %s and its value %s and says what is expected', (name, value, expected) => {
    const message = refusal({ [name]: value });
    expect(message).toContain(`${name} is "${value}", expected`);
    expect(message).toContain(expected);
    expect(message).not.toContain('\n');
  });

  it('names every variable at fault', () => {
    expect(refusal({ PORT: 'x', LOG_LEVEL: 'y' })).toMatch(/PORT is "x".+LOG_LEVEL is "y"/);
  });

  it('takes an unknown MUSTER_ variable for a misspelling', () => {
    expect(refusal({ MUSTER_TODDAY: '2025-10-13' })).toMatch(
      /^[^\n]*MUSTER_TODDAY is not a variable of Muster[^\n]*MUSTER_TODAY/,
    );
  });

  it('never shows a password', () => {
    expect(refusal({ DATABASE_URL: 'postgres://muster_app:secret@db.example' })).not.toContain('secret');
    expect(refusal({ DATABASE_URL: 'postgres://muster_app:secret@db:port/muster' })).not.toContain('secret');
    expect(withoutPassword(`${url}?password=secret`)).not.toContain('secret');
  });

  it('wants the application’s connection beside the owner’s', () => {
    expect(refusal({ DATABASE_OWNER_URL: url })).toContain('DATABASE_OWNER_URL is set, DATABASE_URL is not');
  });

  it('lets nobody move the clock in production', () => {
    expect(refusal({ NODE_ENV: 'production', MUSTER_TODAY: '2025-10-13' })).toContain('MUSTER_TODAY');
  });
});
