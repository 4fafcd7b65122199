import { boatTitles } from './boats.js';
import { evidenceTitles } from './evidence.js';
import { flowTitles } from './flow.js';
import { milestoneTitles } from './milestones.js';
import { outlookTitles } from './outlook.js';
import { qualityTitles } from './quality.js';
import { recordTitles } from './records.js';

/**
 * What people read above a column, by its name in the API. A field has the same meaning in every answer, and so one
 * title; a test holds that every column of every table has one.
 */
export const titles: Readonly<Record<string, string>> = {
  ...recordTitles,
  ...evidenceTitles,
  ...qualityTitles,
  ...flowTitles,
  ...milestoneTitles,
  ...outlookTitles,
  ...boatTitles,
};
