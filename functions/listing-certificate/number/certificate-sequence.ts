/** The sequence that certificates of a year are numbered from; their places in the status lists follow from it. */
export const certificateSequence = (year: string): string => `certificate#listing-certificate#${year}`;
