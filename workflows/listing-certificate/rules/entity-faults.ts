import { usccFaults } from '../../shared/applicant-faults.ts';
import type { Fault } from '../../shared/fault.ts';
import { isSameName } from '../../shared/same-name.ts';
import type { Applicant, GroupEntity } from '../contract.ts';
import { submissionFault } from './submission-fault.ts';

/** Faults of one entity that need no other entity. */
export function entityFaults(entity: GroupEntity, index: number, todayOn: string): Fault[] {
  const faults = usccFaults(`/entities/${index}/uscc`, entity.uscc);
  if (entity.authorisation.signedOn > todayOn) {
    faults.push(submissionFault(`/entities/${index}/authorisation/signedOn`, 'authorisation-in-the-future'));
  }
  return faults;
}

/** An entity as far as it could be read: what is said of one must not hide what is wrong with the others. */
export type PartialEntity = Partial<Pick<GroupEntity, 'uscc' | 'name' | 'relation'>>;

/** Faults of the group as a whole: doubled entities, and the applicant's place in it. */
export function groupFaults(
  entities: readonly PartialEntity[],
  applicant: Applicant | undefined,
  maximumEntities: number,
): Fault[] {
  const faults: Fault[] = [];
  if (entities.length > maximumEntities) {
    faults.push(submissionFault('/entities', 'entities-too-many', { maximum: maximumEntities }));
  }
  faults.push(...duplicateFaults(entities));
  if (applicant !== undefined) faults.push(...applicantPlaceFaults(entities, applicant));
  return faults;
}

function duplicateFaults(entities: readonly PartialEntity[]): Fault[] {
  const codes = entities.map((entity) => entity.uscc);
  return codes.flatMap((uscc, index) =>
    uscc !== undefined && codes.indexOf(uscc) < index
      ? [submissionFault(`/entities/${index}/uscc`, 'entity-duplicate')]
      : [],
  );
}

function applicantPlaceFaults(entities: readonly PartialEntity[], applicant: Applicant): Fault[] {
  const faults = entities.flatMap((entity, index) => {
    if (entity.uscc === undefined || entity.relation === undefined) return [];
    const isApplicant = entity.uscc === applicant.uscc;
    if (isApplicant !== (entity.relation === 'applicant')) {
      return [submissionFault(`/entities/${index}/relation`, 'applicant-relation')];
    }
    const isOtherName = isApplicant && entity.name !== undefined && !isSameName(entity.name, applicant.name);
    return isOtherName ? [submissionFault(`/entities/${index}/name`, 'entity-name-differs')] : [];
  });
  if (!entities.some((entity) => entity.uscc === applicant.uscc)) {
    faults.push(submissionFault('/entities', 'applicant-missing'));
  }
  return faults;
}
