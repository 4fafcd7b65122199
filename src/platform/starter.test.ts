import { expect, it } from 'vitest';
import { isPackageRunner } from './starter.js';

it.each([
  'npm exec prodplan serve',
  'npm run demo',
  'node /usr/lib/node_modules/npm/bin/npm-cli.js exec prodplan',
  '/usr/bin/node /usr/bin/npx prodplan serve',
  'node C:\\npm\\npx-cli.js prodplan',
  'pnpm prodplan serve',
  'yarn prodplan serve',
])('%s starts programs for others', (command) => {
  expect(isPackageRunner(command)).toBe(true);
});

it.each([
  'sh -c prodplan serve',
  'systemd',
  '/sbin/init',
  'bash',
  'node server.js',
  'node /home/npm-user/x.js',
])('%s does not', (command) => {
  expect(isPackageRunner(command)).toBe(false);
});
