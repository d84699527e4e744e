import * as z from 'zod';
import { CaseSummary } from '../shared/case.ts';
import { routeContract } from '../shared/route-contract.ts';
import { Area, Catalogue, Limits, RuleSet } from './catalogue.ts';
import { ListingSubmission } from './contract.ts';

/**
 * The door takes any JSON and the handler judges it (rules/submission-faults.ts), because one answer must list the faults of
 * shape and of rules together. The document shows the shape that is asked for.
 */
const AnySubmission = z.unknown().meta({ ...ListingSubmission.toJSONSchema({ io: 'input' }) });

/** Room for five attachments of 512 KiB in base64 and for a group of fifty; the exact limits are rule data. */
const BODY_LIMIT_BYTES = 4 * 1024 * 1024;

export const SubmittedCase = CaseSummary.extend({
  /** Accepted, but outside the area: nothing will be certified for these. */
  entitiesOutsideTheArea: z.array(z.string()),
});
export type SubmittedCase = z.infer<typeof SubmittedCase>;

export const SubmitListingCase = routeContract({
  operationId: 'submitListingCase',
  method: 'POST',
  path: '/v1/listing-certificates',
  summary: { zh: '提交企业上市合规证明申请', en: 'Apply for a listing compliance certificate' },
  access: { who: ['enterprise'] },
  body: AnySubmission,
  bodyLimitBytes: BODY_LIMIT_BYTES,
  reply: SubmittedCase,
  status: 201,
  idempotencyKey: true,
});

/** The rule data that hold today: what an application form needs. */
export const ListingCatalogueView = z.strictObject({
  catalogue: Catalogue,
  ruleSet: RuleSet,
  area: Area,
  limits: Limits,
});
export type ListingCatalogueView = z.infer<typeof ListingCatalogueView>;

export const ShowListingCatalogue = routeContract({
  operationId: 'showListingCatalogue',
  method: 'GET',
  path: '/v1/listing-certificates/catalogue',
  summary: { zh: '查看领域与部门目录', en: 'Departments, fields and limits in effect today' },
  access: { who: 'public' },
  reply: ListingCatalogueView,
  status: 200,
});
