import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type IChainable, Map as MapState, ProvideItems } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { awaitDecision } from '../shared/definition/await-decision.ts';
import { catchEnds } from '../shared/definition/catch-ends.ts';
import { invoke } from '../shared/definition/invoke.ts';

/** The execution carries only the case's id; documents live in tables and buckets. */
const caseId = '{% $states.context.Execution.Input.caseId %}';
const number = '{% $states.input.number %}';

/**
 * 企业上市合规证明: plan, ask all departments at once, issue one report. Every step is idempotent by data, so that a case that failed
 * visibly can be resumed by a new execution with the same input.
 */
export function definition(scope: Construct, fn: (name: string) => IFunction): IChainable {
  const planReview = invoke(scope, 'PlanReview', { fn: fn('plan-review'), input: { caseId } });

  const askDepartments = MapState.jsonata(scope, 'AskDepartments', {
    items: ProvideItems.jsonata('{% $states.input.questions %}'),
    itemSelector: { caseId, question: '{% $states.context.Map.Item.Value %}' },
    outputs: {},
  }).itemProcessor(
    awaitDecision(scope, {
      workflow: 'listing-certificate',
      openDeskTask: fn('open-desk-task'),
      keepDeadline: fn('keep-deadline'),
    }),
  );

  const assignNumber = invoke(scope, 'AssignCertificateNumber', {
    fn: fn('assign-certificate-number'),
    input: { caseId },
  });
  const sign = invoke(scope, 'SignCertificate', { fn: fn('sign-certificate'), input: { number } });
  const render = invoke(scope, 'RenderReport', { fn: fn('render-report'), input: { number } });
  const publish = invoke(scope, 'PublishCertificate', {
    fn: fn('publish-certificate'),
    input: { caseId, number },
  });

  catchEnds(scope, [planReview, askDepartments, assignNumber, sign, render, publish], {
    closeTasks: invoke(scope, 'CloseDeskTasks', { fn: fn('close-desk-tasks'), input: { caseId } }),
    recordFailure: fn('record-failure'),
  });
  return planReview.next(askDepartments).next(assignNumber).next(sign).next(render).next(publish);
}
