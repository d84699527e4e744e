import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  CertificateStanding,
  OpenObjection,
} from '../../../../workflows/listing-certificate/certificate-standing.ts';
import {
  CERTIFICATE_TRANSITIONS,
  type CertificateAction,
  correctionBegun,
  firstStanding,
  inherited,
  mayHappenToCertificate,
  objected,
  objectionEnded,
  revoked,
  superseded,
} from '../../../../workflows/listing-certificate/rules/certificate-standing.ts';

const objection = (caseId: string): OpenObjection => ({
  caseId,
  caseNumber: `LO-${caseId}`,
  cells: [{ uscc: 'A', fieldId: 'tax' }],
});
const grounds = { revokedAt: '2026-11-23T09:30:00+08:00', reason: 'r', legalBasis: 'b' };

const DEEDS: Record<
  CertificateAction,
  (standing: CertificateStanding, caseId: string) => CertificateStanding
> = {
  object: (standing, caseId) => objected(standing, objection(caseId)),
  endObjection: objectionEnded,
  supersede: (standing) => superseded(standing, 'N-2'),
  revoke: (standing) => revoked(standing, grounds),
};

describe('how a certificate stands', () => {
  it('follows the table, whatever happens in whatever order, and every change raises the version', () => {
    const deed = fc.tuple(
      fc.constantFrom(...(Object.keys(DEEDS) as CertificateAction[])),
      fc.constantFrom('1', '2', '3'),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
        let standing = firstStanding();
        for (const [action, caseId] of deeds) {
          if (!mayHappenToCertificate(action, standing.status)) continue;
          const next = DEEDS[action](standing, caseId);
          // The last objection leads to the status of the table; one of several leaves it under objection.
          expect([CERTIFICATE_TRANSITIONS[action].to, 'under-objection']).toContain(next.status);
          expect(next.version).toBe(standing.version + 1);
          standing = next;
        }
      }),
    );
  });

  it('is under objection for as long as one objection is open', () => {
    const two = objected(objected(firstStanding(), objection('1')), objection('2'));

    expect(objectionEnded(two, '1').status).toBe('under-objection');
    expect(objectionEnded(objectionEnded(two, '1'), '2').status).toBe('valid');
  });

  it('gives a correction up with the objection that made it, and names its successor once it is superseded', () => {
    const making = correctionBegun(objected(firstStanding(), objection('1')), {
      number: 'N-2',
      caseId: '1',
    });

    expect(objectionEnded(making, '1')).not.toHaveProperty('correction');
    expect(objectionEnded(objected(making, objection('2')), '2')).toMatchObject({
      correction: { number: 'N-2' },
    });
    expect(superseded(making, 'N-2')).toMatchObject({
      status: 'superseded',
      supersededBy: 'N-2',
      objections: [],
    });
  });

  it('stays revoked when an objection ends after the revocation', () => {
    const standing = revoked(objected(firstStanding(), objection('1')), grounds);

    expect(objectionEnded(standing, '1').status).toBe('revoked');
  });

  it('begins under objection where its predecessor left one open', () => {
    expect(inherited(firstStanding(), [objection('2')])).toMatchObject({
      status: 'under-objection',
      version: 2,
    });
  });
});
