export { type QueueBackend, queueBackend, queueExists } from './backend.js';
export { Consumer, type ConsumerOptions, type JobEnd, type JobInHand } from './consumer.js';
export { type JobRecord, type JobState, jobStates, publicId } from './job.js';
export { hasLeader, seekLeadership } from './leadership.js';
export {
  type Cancelled,
  type Depth,
  JobQueue,
  type Post,
  type Schedule,
  type ScheduleRecord,
} from './queue.js';
export { queueSchema } from './schema.js';
