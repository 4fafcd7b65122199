/** Up to this share of a table's rows a run's changes are looked up one by one; where there are more the whole table is read. */
export const fewChanges = 0.05;
