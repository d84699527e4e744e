import type { Bilingual } from '../../shared/bilingual.ts';
import type {
  CertificateStanding,
  CertificateStatus,
  OpenObjection,
  Revocation,
} from '../certificate-standing.ts';

interface CertificateTransition {
  readonly from: readonly CertificateStatus[];
  readonly to: CertificateStatus;
  readonly by: 'applicant' | 'department' | 'office' | 'platform';
  readonly text: Bilingual;
}

/** The one table of what may happen to an issued certificate; docs/transitions.md is drawn from it. */
export const CERTIFICATE_TRANSITIONS = {
  object: {
    from: ['valid', 'under-objection'],
    to: 'under-objection',
    by: 'applicant',
    text: { zh: '提出异议', en: 'a cell is disputed' },
  },
  endObjection: {
    from: ['under-objection'],
    to: 'valid',
    by: 'department',
    text: { zh: '最后一件异议不成立或撤回', en: 'the last objection is rejected or withdrawn' },
  },
  supersede: {
    from: ['under-objection'],
    to: 'superseded',
    by: 'department',
    text: { zh: '异议成立，更正报告取代', en: 'an objection is upheld, a corrected report follows' },
  },
  revoke: {
    from: ['valid', 'under-objection'],
    to: 'revoked',
    by: 'office',
    text: { zh: '撤销', en: 'revoked' },
  },
} as const satisfies Record<string, CertificateTransition>;

export type CertificateAction = keyof typeof CERTIFICATE_TRANSITIONS;

/** Whether an action may happen to a certificate of this status. */
export function mayHappenToCertificate(action: CertificateAction, status: CertificateStatus): boolean {
  const { from }: CertificateTransition = CERTIFICATE_TRANSITIONS[action];
  return from.includes(status);
}

/** How a certificate stands when it is numbered. */
export function firstStanding(): CertificateStanding {
  return settled({ version: 0, status: 'valid', objections: [] });
}

/** A corrected report begins with the objections that its predecessor leaves open: they go on against it. */
export function inherited(
  standing: CertificateStanding,
  objections: readonly OpenObjection[],
): CertificateStanding {
  return settled({ ...standing, objections: [...objections] });
}

/** Another objection is open. */
export function objected(standing: CertificateStanding, objection: OpenObjection): CertificateStanding {
  return settled({ ...standing, objections: [...standing.objections, objection] });
}

/** An objection has ended without a correction; one that it was making is given up. */
export function objectionEnded(standing: CertificateStanding, caseId: string): CertificateStanding {
  const { correction, ...rest } = standing;
  return settled({
    ...rest,
    objections: standing.objections.filter((open) => open.caseId !== caseId),
    ...(correction && correction.caseId !== caseId ? { correction } : {}),
  });
}

/** A corrected report is being made; another objection that is upheld meanwhile waits for it. */
export function correctionBegun(
  standing: CertificateStanding,
  correction: NonNullable<CertificateStanding['correction']>,
): CertificateStanding {
  return settled({ ...standing, correction });
}

/** A corrected report has taken its place; what is disputed still is disputed there. */
export function superseded(standing: CertificateStanding, supersededBy: string): CertificateStanding {
  const { correction: _, ...rest } = standing;
  return settled({ ...rest, objections: [], supersededBy });
}

export function revoked(standing: CertificateStanding, revocation: Revocation): CertificateStanding {
  return settled({ ...standing, revocation });
}

function settled(standing: CertificateStanding): CertificateStanding {
  return { ...standing, version: standing.version + 1, status: statusOf(standing) };
}

function statusOf({ revocation, supersededBy, objections }: CertificateStanding): CertificateStatus {
  if (revocation) return 'revoked';
  if (supersededBy) return 'superseded';
  return objections.length > 0 ? 'under-objection' : 'valid';
}
