import { dynamoDb } from '../../shared/aws/dynamo-db.ts';
import { setting } from '../../shared/config.ts';
import { extended, type Services } from '../../shared/services.ts';
import { type RegisterStore, registerStore } from './register-store.ts';

export interface ServicesWithRegisters extends Services {
  readonly registers: RegisterStore;
}

export function servicesWithRegisters(): ServicesWithRegisters {
  return extended({
    get registers() {
      return registerStore(dynamoDb(), setting('REGISTER_TABLE'), () => setting('CASE_TABLE'));
    },
  });
}
