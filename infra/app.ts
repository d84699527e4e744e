import { platform } from './platform.ts';

platform().synth();
