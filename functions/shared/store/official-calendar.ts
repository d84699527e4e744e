import * as z from 'zod';
import year2022 from '../../../seeds/calendars/2022.json' with { type: 'json' };
import year2023 from '../../../seeds/calendars/2023.json' with { type: 'json' };
import year2024 from '../../../seeds/calendars/2024.json' with { type: 'json' };
import year2025 from '../../../seeds/calendars/2025.json' with { type: 'json' };
import year2026 from '../../../seeds/calendars/2026.json' with { type: 'json' };
import {
  type OfficialCalendar,
  OfficialYear,
  officialCalendar,
} from '../../../workflows/shared/working-days.ts';

let shipped: OfficialYear[] | undefined;

/** The years shipped with the platform, held against their contract once; others are loaded by the office. */
export function shippedYears(): readonly OfficialYear[] {
  shipped ??= z.array(OfficialYear).parse([year2022, year2023, year2024, year2025, year2026]);
  return shipped;
}

/** The calendar of the shipped years alone. */
export function publishedCalendar(): OfficialCalendar {
  return officialCalendar(shippedYears());
}
