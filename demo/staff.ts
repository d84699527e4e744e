import type { Roster } from '../workflows/shared/desk-roster.ts';
import { Person } from './person.ts';
import { demonstrationData } from './seed.ts';

interface Accounts {
  readonly accounts: readonly {
    readonly username: string;
    readonly claims: { organisation_kind: string; organisation_id: string; person_name: string };
  }[];
}

/** Has the lead of a department put its demonstration accounts on the staff list, unless there is a list already. */
export async function keepStaffList(origin: string, departmentId: string): Promise<void> {
  const lead = await Person.signIn(origin, `${departmentId}-lead`);
  const { body, etag } = await lead.get<Pick<Roster, 'version'>>('/v1/desk/staff');
  if (body.version > 0) return;
  const officers = demonstrationData<Accounts>('accounts.json')
    .accounts.filter(({ claims }) => claims.organisation_id === departmentId)
    .map(({ username, claims }) => ({ personId: username, personName: claims.person_name }));
  await lead.put('/v1/desk/staff', { officers }, { etag });
}

/** {@link keepStaffList} of every department that has a lead among the accounts. */
export async function keepStaffLists(origin: string): Promise<void> {
  const { accounts } = demonstrationData<Accounts>('accounts.json');
  for (const { username, claims } of accounts) {
    if (username === `${claims.organisation_id}-lead`) await keepStaffList(origin, claims.organisation_id);
  }
}
