import type { Roster } from '../../../workflows/shared/desk-roster.ts';
import type { Officer } from '../../../workflows/shared/desk-task.ts';
import type { Fault } from '../../../workflows/shared/fault.ts';

export const notOnStaff = (pointer: string): Fault => ({
  pointer,
  code: 'not-on-staff-list',
  zh: '此人不在本部门经办人名单中',
  en: "This person is not on the department's staff list",
});

/** Everything wrong with a new staff list: nobody stands in it twice, and nobody leaves who delegates or is delegated to. */
export function staffFaults(officers: readonly Officer[], { delegations }: Roster, today: string): Fault[] {
  const ids = officers.map(({ personId }) => personId);
  const twice = ids.flatMap((personId, index) =>
    ids.indexOf(personId) === index
      ? []
      : [
          {
            pointer: `/officers/${index}/personId`,
            code: 'officer-duplicate',
            zh: '此人已在名单中',
            en: 'This person is on the list already',
          },
        ],
  );
  const missing = delegations
    .filter(({ revokedAt, toOn }) => revokedAt === undefined && toOn >= today)
    .flatMap(({ from, to }) => [from, to])
    .filter(({ personId }, index, all) => {
      const first = all.findIndex((one) => one.personId === personId) === index;
      return first && !ids.includes(personId);
    });
  return [
    ...twice,
    ...missing.map(({ personName }) => ({
      pointer: '/officers',
      code: 'officer-in-delegation',
      zh: `${personName}尚有未结束的委托代办，请先撤销`,
      en: 'An officer left out still delegates or is delegated to: revoke that first',
    })),
  ];
}
