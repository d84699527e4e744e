import * as z from 'zod';
import type { StepContract } from '../shared/step-contract.ts';

const ByNumber = z.strictObject({ number: z.string().min(1) });

export const SignCertificate = { input: ByNumber, output: ByNumber } satisfies StepContract;

export const RenderReport = { input: ByNumber, output: ByNumber } satisfies StepContract;
