import * as z from 'zod';
import { CaseSummary } from '../shared/case.ts';
import { routeContract } from '../shared/route-contract.ts';
import { AnswerRules } from './answer/answer-rules.ts';
import { DemandCatalogue } from './catalogue.ts';
import { DemandSubmission } from './contract.ts';
import { InstitutionDirectory } from './institution.ts';

/**
 * The door takes any JSON and the handler judges it (rules/demand-faults.ts), because one answer must list the faults of shape and
 * of rules together. The document shows the shape that is asked for.
 */
const AnyDemand = z.unknown().meta({ ...DemandSubmission.toJSONSchema({ io: 'input' }) });

export const SubmitFinancingDemand = routeContract({
  operationId: 'submitFinancingDemand',
  method: 'POST',
  path: '/v1/financing-demands',
  summary: { zh: '提交融资需求及授权', en: 'Submit a financing demand with its consent' },
  access: { who: ['enterprise'] },
  body: AnyDemand,
  /** The demand is a case: it is read and followed as any case is. */
  reply: CaseSummary,
  status: 201,
  idempotencyKey: true,
});

export const ShowDemandCatalogue = routeContract({
  operationId: 'showDemandCatalogue',
  method: 'GET',
  path: '/v1/financing-demands/catalogue',
  summary: {
    zh: '查看融资需求目录、机构名录与答复规则',
    en: 'What a demand may name, the institutions admitted, what they promise and why they may refuse',
  },
  access: { who: 'public' },
  reply: z.strictObject({
    catalogue: DemandCatalogue,
    directory: InstitutionDirectory,
    answers: AnswerRules,
  }),
  status: 200,
});
