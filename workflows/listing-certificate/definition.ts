import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Fail, type IChainable, Map as MapState, ProvideItems } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { awaitDecision } from '../shared/definition/await-decision.ts';
import { invoke } from '../shared/definition/invoke.ts';
import { ERROR_NAME } from '../shared/error-names.ts';

/** The execution carries only the case's id; documents live in tables and buckets. */
const caseId = '{% $states.context.Execution.Input.caseId %}';
/** A timeout has an error name but no cause, and an undefined result would fail the catch itself. */
const errorCause = "{% $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '' %}";
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

  const recordFailure = invoke(scope, 'RecordFailure', {
    fn: fn('record-failure'),
    input: { caseId, error: '{% $states.input.error %}', cause: '{% $states.input.cause %}' },
    outputs: '{% $states.input %}',
  });
  recordFailure.next(
    Fail.jsonata(scope, 'CaseFailed', {
      error: '{% $states.input.error %}',
      cause: '{% $states.input.cause %}',
    }),
  );
  const closeTasks = invoke(scope, 'CloseDeskTasks', { fn: fn('close-desk-tasks'), input: { caseId } });
  for (const step of [planReview, askDepartments, assignNumber, sign, render, publish]) {
    // A step without a token has the case's state in the condition of its own write.
    step.addCatch(closeTasks, { errors: [ERROR_NAME.caseWithdrawn], outputs: {} });
    step.addCatch(recordFailure, {
      errors: ['States.ALL'],
      outputs: { error: '{% $states.errorOutput.Error %}', cause: errorCause },
    });
  }

  return planReview.next(askDepartments).next(assignNumber).next(sign).next(render).next(publish);
}
