import { Command, Option } from 'commander';
import { issueToken, openKeys, principalOf } from '#access/tokens.js';
import { readConfiguration, StartError } from '#platform/configuration.js';
import { ROLES } from '#platform/principal.js';
import { isMemberStateCode } from '#reference/data/member-states.js';

const help = `
The token is signed with the installation's own key (signing-key.json in MUSTER_DATA_DIR, made by the first call) and
printed alone on standard output:

  curl -H "Authorization: Bearer $(npm run --silent muster -- token --role STAFF)" …

A Member State's token needs --state; an evaluator sees what is assigned to its --subject.`;

interface TokenOptions {
  readonly role: string;
  readonly state?: string;
  readonly subject?: string;
  readonly hours: string;
}

/** `muster token`: a signed token for a person or a program. */
export function tokenCommand(): Command {
  return new Command('token')
    .description('issue a signed token for a role')
    .addOption(new Option('--role <role>', 'whose rights it carries').choices(ROLES).makeOptionMandatory())
    .option('--state <ISO3>', 'the Member State it speaks for, as in FJI')
    .option('--subject <subject>', 'who uses it: a post, not a person')
    .option('--hours <hours>', 'how long it is good for', '12')
    .addHelpText('after', help)
    .action(token);
}

async function token({ role, state, subject, hours }: TokenOptions): Promise<void> {
  const configuration = readConfiguration(process.env);
  if (!/^[1-9]\d{0,3}$/.test(hours))
    throw new StartError(`--hours is "${hours}", expected a whole number from 1 to 9999`);
  const principal = understood(() => principalOf(subject ?? `${role.toLowerCase()}-token`, role, state));
  if (principal.memberState !== null && !isMemberStateCode(principal.memberState)) {
    throw new StartError(
      `--state is "${principal.memberState}", expected the ISO alpha-3 code of a Member State`,
    );
  }
  const keys = await openKeys(configuration.dataDir);
  process.stdout.write(`${await issueToken(keys, principal, Number(hours))}\n`);
}

function understood<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new StartError(`No token is issued: ${error instanceof Error ? error.message : String(error)}`);
  }
}
