import type { ComponentType } from 'react';
import type { OrganisationKind } from '../../workflows/shared/actor.ts';
import type { Bilingual } from '../../workflows/shared/bilingual.ts';
import type { CaseView } from '../../workflows/shared/case.ts';
import type { DeskTaskSummary } from '../../workflows/shared/desk-task.ts';
import type { Matter } from './cases/matter.ts';
import type { Stage } from './cases/stage.ts';
import type { AnswerProps } from './desk/answer-props.ts';
import type { Bulk } from './desk/bulk-props.ts';
import type { PartsProps } from './desk/parts-props.ts';
import { FINANCING_DEMAND } from './financing-demand/pages.ts';
import { LISTING_CERTIFICATE, LISTING_OBJECTION } from './listing-certificate/pages.ts';
import { PATENT_FUNDING, PATENT_RECOVERY, PRE_EXAMINATION } from './patent-funding/pages.ts';

export type Loaded<Props = object> = () => Promise<{ readonly Component: ComponentType<Props> }>;

/** What the pages of the platform must know of a procedure. Its own pages are loaded when they are gone to. */
export interface ProcedurePages {
  readonly title: Bilingual;
  /** How it is offered to enterprises; absent where it is begun from another case. */
  readonly matter?: Matter;
  /** The applicant does not withdraw its cases as any case: they are ended from their detail, or not by it at all. */
  readonly ownEnding?: true;
  /** The page of its application. */
  readonly apply?: Loaded;
  /** What the case page shows of what only the procedure understands. */
  readonly detail?: Loaded<{ readonly found: CaseView }>;
  /** The procedure as a picture: what is done, what is under way, what comes. */
  readonly stages?: (found: CaseView, name: (departmentId: string) => Bilingual) => readonly Stage[];
  /** How an officer answers its question; absent where the portal cannot yet. */
  readonly answer?: Loaded<AnswerProps>;
  /** The parts of its question that the office may close one by one; absent where the portal offers the whole alone. */
  readonly parts?: Loaded<PartsProps>;
  /** Names of departments that only it asks. */
  readonly departments?: Readonly<Record<string, Bilingual>>;
  /** What one choice may answer to many of its tasks; absent where none may. */
  readonly bulk?: readonly { readonly choice: object; readonly label: Bilingual }[];
  /** What is filled in to answer many at once, and the tasks that are answered so. */
  readonly bulkForm?: { readonly takes: (task: DeskTaskSummary) => boolean; readonly form: Loaded<Bulk> };
  /** The ways of a department to its part in it; each is nothing for departments that have none. */
  readonly duties?: readonly Loaded[];
  /** Pages that only it has. */
  readonly pages?: readonly OwnPage[];
}

export interface OwnPage {
  /** Who may open it; absent where everybody may. */
  readonly kinds?: readonly OrganisationKind[];
  readonly path: string;
  readonly lazy: Loaded;
}

/** One line for each procedure, by the name of its workflow. */
export const PROCEDURES: Readonly<Record<string, ProcedurePages>> = {
  'listing-certificate': LISTING_CERTIFICATE,
  'listing-objection': LISTING_OBJECTION,
  'patent-funding': PATENT_FUNDING,
  'patent-recovery': PATENT_RECOVERY,
  'pre-examination': PRE_EXAMINATION,
  'financing-demand': FINANCING_DEMAND,
};

/** What a procedure is called. */
export function titleOf(workflow: string): Bilingual {
  return PROCEDURES[workflow]?.title ?? { zh: workflow, en: workflow };
}
