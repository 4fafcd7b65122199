/** Up to this share of a table's rows a run's changes are looked up one by one; where there are more the whole table is read. */
export const fewChanges = 0.05;

/** Up to this share of all orders what is counted by order is put right by the touched ones alone. */
export const fewOrders = 0.25;
