#!/usr/bin/env node
import { ready } from '../tools/ready.mjs';

// A clone that was never built builds itself: the first command a new user types must work.
await ready({ quiet: true });
await import('../dist/cli/main.js');
