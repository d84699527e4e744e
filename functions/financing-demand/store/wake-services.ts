import { dynamoDb } from '../../shared/aws/dynamo-db.ts';
import { stepFunctions } from '../../shared/aws/step-functions.ts';
import { setting } from '../../shared/config.ts';
import { extended } from '../../shared/services.ts';
import { type DeliveryMachine, deliveryMachine } from '../client/delivery-machine.ts';
import { endpointStores, type ServicesWithEndpoints } from './endpoint-services.ts';
import { type PushMarks, pushMarks } from './push-marks.ts';

export interface ServicesWithDelivery extends ServicesWithEndpoints {
  readonly pushMarks: PushMarks;
  readonly deliveryMachine: DeliveryMachine;
}

/** What wakes the machine of an institution, beside the services of every function. */
export function deliveryServices() {
  return {
    ...endpointStores(),
    pushMarks: pushMarks(dynamoDb(), setting('FINANCING_TABLE')),
    deliveryMachine: deliveryMachine(stepFunctions()),
  };
}

export function servicesWithDelivery(): ServicesWithDelivery {
  return extended(deliveryServices());
}
