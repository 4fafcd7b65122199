import type { Command } from 'commander';
import { createKey, listKeys, revokeKey } from '../../http/keys/keys.js';
import { localToken } from '../../http/keys/local-token.js';
import { type Role, roles } from '../../http/keys/role.js';
import { readConfig } from '../../platform/config.js';
import { commandFailure } from '../../platform/errors/command.js';
import { told } from '../moments.js';
import { print, tell, textTable } from '../terminal.js';
import { withDatabase, withTables } from '../with-database.js';

export function keysCommand(program: Command): void {
  const keys = program
    .command('keys')
    .description('as chaves da API: quem pode ler, operar, ver nomes (keys of the HTTP API)');
  keys
    .command('create')
    .description('cria uma chave; mostra-se só desta vez')
    .requiredOption('--role <papel>', 'reader (ler), operator (carregar e correr tarefas) ou hr (ver nomes)')
    .requiredOption('--label <texto>', 'para quem ou para quê')
    .option('--json', 'em JSON')
    .action(create);
  keys
    .command('list')
    .description('as chaves que há, sem os segredos')
    .option('--json', 'em JSON')
    .action(list);
  keys.command('revoke').description('uma chave deixa de servir').argument('<chave>').action(revoke);
  keys
    .command('token')
    .description('a chave de quem está nesta máquina; serve enquanto só ela é servida')
    .action(async () => print(await localToken(readConfig().home)));
}

async function create(options: { role: string; label: string; json?: boolean }): Promise<void> {
  const role = knownRole(options.role);
  const label = options.label.trim();
  if (label === '' || label.length > 100) throw commandFailure('BAD_LABEL');
  await withDatabase(async ({ pool }) => {
    const key = await createKey(pool, role, label);
    if (options.json) return print(JSON.stringify({ ...key, role, label }));
    print(key.token);
    tell(
      'Guarde-a já: não volta a ser mostrada. Revoga-se com «prodplan keys revoke '.concat(key.key_id, '».'),
    );
  });
}

async function list(options: { json?: boolean }): Promise<void> {
  await withTables(async ({ pool }) => {
    const keys = await listKeys(pool);
    if (options.json) return print(JSON.stringify(keys));
    if (keys.length === 0) return print('Ainda não há chaves. Crie uma: prodplan keys create --help');
    const rows = keys.map((key) => [
      key.key_id,
      key.role,
      key.label,
      told(key.created_at),
      key.last_used_at === null ? 'nunca' : told(key.last_used_at),
      key.revoked_at === null ? '' : told(key.revoked_at),
    ]);
    print(textTable(['chave', 'papel', 'para', 'criada', 'usada', 'revogada'], rows, []));
  });
}

async function revoke(keyId: string): Promise<void> {
  await withDatabase(async ({ pool }) => {
    await revokeKey(pool, keyId);
    tell(`A chave ${keyId} já não serve.`);
  });
}

function knownRole(text: string): Role {
  const role = roles.find((one) => one === text);
  if (role !== undefined) return role;
  throw commandFailure('BAD_ROLE', { role: text, roles });
}
