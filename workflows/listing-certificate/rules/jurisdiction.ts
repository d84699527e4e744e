import { registrationCodeOf } from '../../shared/identifiers.ts';
import type { Area } from '../catalogue.ts';

/**
 * Whether an entity was registered inside the area. The code is all the platform knows without the enterprise register: an
 * entity registered by the municipality itself counts as outside unless the area's list names that authority.
 */
export function isWithinArea(uscc: string, area: Area): boolean {
  const code = registrationCodeOf(uscc);
  return area.registrationCodes.some((authority) => authority.code === code);
}
