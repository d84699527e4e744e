import type { Area } from '../catalogue.ts';

/** Digits 3 to 8 of the USCC: the division of the authority that registered the entity (GB 32100-2015, 4.3). */
export function registrationCode(uscc: string): string {
  return uscc.slice(2, 8);
}

/**
 * Whether an entity was registered inside the area. The code is all the platform knows without the enterprise register: an
 * entity registered by the municipality itself counts as outside unless the area's list names that authority.
 */
export function isWithinArea(uscc: string, area: Area): boolean {
  const code = registrationCode(uscc);
  return area.registrationCodes.some((authority) => authority.code === code);
}
