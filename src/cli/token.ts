import { Command, Option } from 'commander';
import { PullquoteError } from '../errors.ts';
import { createToken } from '../http/auth.ts';
import type { Scope } from '../store/port.ts';
import { dataOption, jsonOption, withData } from './options.ts';
import { printJson, printTable } from './print.ts';

interface CreateOptions {
  data?: string;
  scope: Scope;
  label: string;
}

/** `pullquote token create|list|revoke` */
export function tokenCommand(): Command {
  return new Command('token')
    .description('make, list and revoke tokens of the HTTP API')
    .addCommand(
      new Command('create')
        .description('make a token; its secret is printed once and kept nowhere')
        .addOption(
          new Option('--scope <scope>', 'what it allows')
            .choices(['read', 'import', 'admin'])
            .makeOptionMandatory(),
        )
        .option('--label <label>', 'whose it is', '')
        .addOption(dataOption())
        .action(create),
    )
    .addCommand(
      new Command('list')
        .description('list tokens')
        .addOption(dataOption())
        .addOption(jsonOption())
        .action(list),
    )
    .addCommand(
      new Command('revoke')
        .description('revoke a token')
        .argument('<id>')
        .addOption(dataOption())
        .action(revoke),
    );
}

async function create(options: CreateOptions): Promise<void> {
  await withData(options, async ({ store }) => {
    const { secret, token } = await createToken(options.scope, options.label);
    await store.saveToken(token);
    console.log(secret);
  });
}

async function list(options: { data?: string; json?: boolean }): Promise<void> {
  await withData(options, async ({ store }) => {
    const tokens = (await store.tokens()).map(({ id, scope, label, createdAt, revokedAt }) => ({
      id,
      scope,
      label,
      createdAt,
      revokedAt,
    }));
    if (options.json) return printJson(tokens);
    printTable(
      tokens.map((token) => [
        token.id,
        token.scope,
        token.createdAt,
        token.revokedAt ? 'revoked' : 'valid',
        token.label,
      ]),
    );
  });
}

async function revoke(id: string, options: { data?: string }): Promise<void> {
  await withData(options, async ({ store }) => {
    const token = (await store.tokens()).find((known) => known.id === id);
    if (token === undefined) throw new PullquoteError('not-found', `There is no token \`${id}\`.`);
    await store.saveToken({ ...token, revokedAt: new Date().toISOString() });
  });
}
