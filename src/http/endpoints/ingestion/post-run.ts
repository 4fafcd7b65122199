import { basename, join } from 'node:path';
import { z } from 'zod';
import { postWorkbook, type WorkbookPost } from '../../../jobs/index.js';
import { because, parameterWords } from '../../../platform/errors/parameter.js';
import { ProdplanError, reworded } from '../../../platform/errors.js';
import { flagParam, readParams } from '../../../services/index.js';
import { parseAsOf } from '../../../source/as-of.js';
import { identifyFiles } from '../../../source/identify.js';
import type { HttpContext } from '../../context.js';
import { type Call, defineEndpoint } from '../../endpoint.js';
import { hidePaths } from '../../hide-paths.js';
import { fileInInbox } from '../../uploads/inbox.js';
import { withUpload } from '../../uploads/receive.js';

const asOf = z
  .string()
  .max(40)
  .describe('O momento do ficheiro: AAAA-MM-DD ou AAAA-MM-DDTHH:MM:SS')
  .optional();

const body = z.strictObject({
  path: z
    .string()
    .min(1)
    .max(1000)
    .refine((text) => !text.includes('\0'), because(parameterWords.nullCharacter))
    .describe('Um ficheiro na pasta de entrada (PRODPLAN_INBOX)'),
  as_of: asOf,
  force: z.boolean().optional(),
  allow_missing_sheets: z.boolean().optional(),
});

/** In a form everything is text. */
const fields = z.strictObject({
  as_of: asOf,
  force: flagParam('Carrega mesmo que pareça desnecessário'),
  allow_missing_sheets: flagParam('Continua sem as folhas em falta'),
});

const answer = z.object({
  job_id: z.string().describe('Siga-a em /api/jobs/{id}'),
  is_new: z.boolean().describe('false: a carga deste ficheiro, com estas opções, já estava pedida, e é esta'),
  workbook_sha256: z.string(),
  worker: z.boolean().describe('Se há algum processo a fazer cargas'),
  note: z.string().nullable(),
});

export const postRun = defineEndpoint({
  name: 'ingestion.post_run',
  method: 'POST',
  path: '/api/ingestion/runs',
  tag: 'ingestion',
  summary: 'Pede a carga de um ficheiro: enviado no pedido, ou da pasta de entrada',
  access: 'operate',
  params: z.strictObject({}),
  body,
  uploadFields: fields,
  responses: [{ status: 202, description: 'A carga ficou pedida', schema: answer }],
  problems: ['BAD_AS_OF', 'OUTSIDE_INBOX', 'FILE_NOT_FOUND', 'NOT_A_FILE'],
  async handle(call) {
    const { context, request } = call;
    const { inbox } = context.config.http;
    if (!request.isMultipart()) {
      const { path, ...options } = call.body;
      return await post(call, await fileInInbox(inbox, path), options);
    }
    return await withUpload(request, scratchOf(context), ({ path, name, fields: sent }) =>
      post(call, path, { ...readParams({ params: fields }, sent), name }),
    );
  },
});

interface Options {
  readonly name?: string | undefined;
  readonly as_of?: string | undefined;
  readonly force?: boolean | undefined;
  readonly allow_missing_sheets?: boolean | undefined;
}

async function post({ context, request, reply }: Call<unknown, unknown>, path: string, options: Options) {
  const wanted: WorkbookPost = {
    path,
    ...(options.name === undefined ? {} : { sourceName: options.name }),
    asOf: options.as_of === undefined ? null : parseAsOf(options.as_of),
    force: options.force ?? false,
    allowMissingSheets: options.allow_missing_sheets ?? false,
  };
  const jobs = await context.jobs();
  await mustBeAWorkbook(path, options.name ?? basename(path), scratchOf(context));
  const { id, isNew, workbook_sha256 } = await postWorkbook(jobs, wanted);
  if (request.audit !== null) request.audit.details = { job_id: id, workbook_sha256 };
  reply.header('location', `/api/jobs/${id}`);
  const worker = await hasWorker(context);
  const note = worker
    ? null
    : 'De momento nenhum processo faz cargas: a tarefa espera. Arranque um com «prodplan worker», ou «prodplan serve» sem --no-worker.';
  return { status: 202, json: { job_id: id, is_new: isNew, workbook_sha256, worker, note } };
}

/** Where uploads lie until they are kept, and workbooks that are unpacked to be looked at. */
function scratchOf({ config }: HttpContext): string {
  return join(config.http.inbox, 'uploads');
}

async function hasWorker({ jobs }: HttpContext): Promise<boolean> {
  return await (await jobs()).hasWorker();
}

/** What is no workbook at all is refused at once; what is wrong inside is for the run to say, which is recorded. */
async function mustBeAWorkbook(path: string, name: string, scratch: string): Promise<void> {
  try {
    const source = await (await identifyFiles(path)).open({ allowMissingSheets: true, scratch });
    await source.close();
  } catch (error) {
    if (!(error instanceof ProdplanError) || error.kind !== 'input') return;
    // The caller is told the name that it sent, not the path on the server.
    throw reworded(error, ([what, remedy]) => [hidePaths(what).replaceAll(basename(path), name), remedy]);
  }
}
