/** The schema of BullMQ's own tables; nothing of ours lies in it. */
export const queueSchema = 'fila';
