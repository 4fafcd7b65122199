import { list, readArguments, whole } from '../lib/arguments.mjs';

const help = (parts) => `npm run prove -- [options]
  --part <list>     some of ${parts.join(',')} (default: all, one after the other)
  --minutes <n>     how long each part goes on (default 10)
  --seed <n>        another seed tries other cases (default 1); --resume keeps the seed that a part began with
  --resume          go on where the parts stopped, and add to what they counted
  --case <n>        only this case of the part, with --seed: to see a failure again; nothing is counted
  --again           every failure that was kept, once more, at the present commit
  --lanes <n>       kill: how many servers are tried side by side (default 2)
  --scratch <dir>   where temporary homes and files stand (default: the system's temporary folder)
  --no-write        leave bench/PROOF.md as it is`;

/** Reads the command line; says what is wrong and ends the process where it cannot. */
export function readOptions(argv, parts) {
  return readArguments({
    argv,
    command: 'npm run prove',
    help: help(parts),
    options: {
      part: { type: 'string' },
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      resume: { type: 'boolean', default: false },
      case: { type: 'string' },
      again: { type: 'boolean', default: false },
      lanes: { type: 'string', default: '2' },
      scratch: { type: 'string' },
      'no-write': { type: 'boolean', default: false },
    },
    make(values) {
      const asked = list(values.part) ?? parts;
      const unknown = asked.filter((one) => !parts.includes(one));
      if (unknown.length > 0) throw new Error(`there is no part ${unknown.join(', ')}`);
      const only = values.case === undefined ? null : whole(values.case, 0, 2 ** 31);
      if (only !== null && asked.length !== 1) throw new Error('--case needs one --part');
      return {
        parts: asked,
        minutes: whole(values.minutes, 0, 10_000),
        seed: whole(values.seed, 0, 2 ** 31),
        resume: values.resume || values.again,
        only,
        again: values.again,
        lanes: whole(values.lanes, 1, 16),
        scratch: values.scratch ?? null,
        write: !values['no-write'] && only === null,
      };
    },
  });
}
