/** A list as it is pushed now: what its institution may see of it at this moment. */
export interface DeliverableList {
  readonly createdAt: string;
  readonly data: object;
}

/** The lists of institutions, as pull shows them. */
export interface DeliverableLists {
  /** Undefined where the institution has no list of this number yet. */
  read(institutionId: string, number: number): Promise<DeliverableList | undefined>;
}
