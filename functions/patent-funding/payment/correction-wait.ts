/** Name of the wait for a corrected account. */
export const CORRECTION_WAIT = 'correction';
