#!/usr/bin/env bash
# @react-aria/optimize-locales-plugin 2.0.2 with react-aria-components 1.22.1, react 19.3.1, built by vite 8.3.8.
# What happens: the plugin is told which locales an application supports. Told ['pt-PT', 'en-GB'], for pages in Portuguese and
#   British English, it takes out all English texts: they are kept under en-US alone, and the plugin compares regions exactly. In
#   pt-PT everything works. The first component with a text of its own under en-GB throws, and takes the page with it.
# Why it surprises: en-GB stands among the locales that the library says it supports, and without the plugin it works, because
#   a locale without texts of its own falls back to one of the same language, and then to en-US. The list reads as "what my
#   application speaks"; it means "which files of texts to keep". Neither the build nor the start warns, and tests that run
#   the sources, without the build, pass.
# Whom it hurts: every application outside the United States that lists its English by its own name; its English users only.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --prefer-offline \
  @react-aria/optimize-locales-plugin@2.0.2 react-aria-components@1.22.1 react@19.3.1 react-dom@19.3.1 vite@8.3.8
cat >amount.js <<'EOF'
import { createElement as el } from 'react';
import { Button, Group, I18nProvider, Input, NumberField } from 'react-aria-components';
import { renderToString } from 'react-dom/server.browser';

/** A number with a button beside it, whose label is one of the library's own texts. */
export const amount = (locale) =>
  renderToString(
    el(I18nProvider, { locale },
      el(NumberField, { 'aria-label': 'boats' },
        el(Group, null, el(Input), el(Button, { slot: 'increment' }, '+')))));
EOF
cat >probe.mjs <<'EOF'
import assert from 'node:assert/strict';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { build } from 'vite';

/** What the button is called in each language, in a build that keeps these locales; null: no plugin. */
async function labels(kept) {
  const outDir = `built-${kept?.join('-') ?? 'all'}`;
  await build({
    logLevel: 'error',
    configFile: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: kept === null ? [] : [{ ...optimizeLocales.vite({ locales: kept }), enforce: 'pre' }],
    build: { outDir, minify: false, lib: { entry: 'amount.js', formats: ['es'], fileName: () => 'amount.mjs' } },
  });
  const { amount } = await import(`./${outDir}/amount.mjs`);
  return ['pt-PT', 'en-GB'].map((locale) => {
    try {
      return /<button[^>]*aria-label="([^"]*)"/.exec(amount(locale))?.[1] ?? 'no label';
    } catch (error) {
      return `throws ${error.name}`;
    }
  });
}

const all = await labels(null);
const british = await labels(['pt-PT', 'en-GB']);
const american = await labels(['pt-PT', 'en-US']);
console.log({ all, british, american });
assert.deepEqual(all, ['Aumentar boats', 'Increase boats']);
assert.deepEqual(british, ['Aumentar boats', 'throws TypeError']);
assert.deepEqual(american, all);
// React's renderer for browsers keeps a channel open, and with it the process.
process.exit(0);
EOF
node probe.mjs
echo 'seen as described'
