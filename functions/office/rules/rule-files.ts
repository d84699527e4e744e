import attachments from '../../../seeds/attachments/limits.json' with { type: 'json' };
import answers from '../../../seeds/financing-demand/answer-rules.json' with { type: 'json' };
import demandCatalogue from '../../../seeds/financing-demand/catalogue.json' with { type: 'json' };
import deliveries from '../../../seeds/financing-demand/delivery-rules.json' with { type: 'json' };
import institutions from '../../../seeds/financing-demand/institutions.json' with { type: 'json' };
import matching from '../../../seeds/financing-demand/matching.json' with { type: 'json' };
import listingAreas from '../../../seeds/listing-certificate/areas.json' with { type: 'json' };
import listingCatalogue from '../../../seeds/listing-certificate/catalogue.json' with { type: 'json' };
import listingLimits from '../../../seeds/listing-certificate/limits.json' with { type: 'json' };
import listingObjections from '../../../seeds/listing-certificate/objection-rules.json' with { type: 'json' };
import listingRules from '../../../seeds/listing-certificate/rule-sets.json' with { type: 'json' };
import notifications from '../../../seeds/notifications/delivery.json' with { type: 'json' };
import ladder from '../../../seeds/patent-funding/ladder.json' with { type: 'json' };
import patentMoney from '../../../seeds/patent-funding/money-rules.json' with { type: 'json' };
import preExamination from '../../../seeds/patent-funding/pre-examination.json' with { type: 'json' };
import desk from '../../../seeds/shared/desk-rules.json' with { type: 'json' };
import supplements from '../../../seeds/shared/supplement-templates.json' with { type: 'json' };
import type { RuleSetView } from '../../../workflows/shared/rule-set-routes.ts';

interface RuleFile {
  readonly id: string;
  readonly title: RuleSetView['title'];
  /** As seeds/ has it. */
  readonly versions: readonly unknown[];
}

/** The rule data of all procedures that the office looks up; programmes have pages of their own, calendars too. */
export const RULE_FILES: readonly RuleFile[] = [
  {
    id: 'listing-rules',
    title: { zh: '合规证明：行为认定规则', en: 'Listing certificates: what counts' },
    versions: listingRules,
  },
  {
    id: 'listing-catalogue',
    title: { zh: '合规证明：领域与部门目录', en: 'Listing certificates: fields and departments' },
    versions: listingCatalogue,
  },
  {
    id: 'listing-areas',
    title: { zh: '合规证明：适用区域', en: 'Listing certificates: the area' },
    versions: listingAreas,
  },
  {
    id: 'listing-limits',
    title: { zh: '合规证明：申请限制', en: 'Listing certificates: limits' },
    versions: listingLimits,
  },
  {
    id: 'listing-objections',
    title: { zh: '合规证明：异议规则', en: 'Listing certificates: objections' },
    versions: listingObjections,
  },
  { id: 'ladder', title: { zh: '梯度培育库', en: 'The cultivation ladder' }, versions: ladder },
  {
    id: 'pre-examination',
    title: { zh: '专利快速预审范围', en: 'Pre-examination' },
    versions: preExamination,
  },
  {
    id: 'patent-money',
    title: { zh: '专利资助：公示、拨付与追回', en: 'Patent funding: notice, payment, recovery' },
    versions: patentMoney,
  },
  {
    id: 'demand-catalogue',
    title: { zh: '融资需求目录', en: 'Financing: the catalogue' },
    versions: demandCatalogue,
  },
  {
    id: 'institutions',
    title: { zh: '金融机构名录', en: 'Financing: institutions' },
    versions: institutions,
  },
  { id: 'matching', title: { zh: '融资撮合规则', en: 'Financing: matching' }, versions: matching },
  { id: 'answers', title: { zh: '机构答复规则', en: 'Financing: answers' }, versions: answers },
  { id: 'deliveries', title: { zh: '清单推送规则', en: 'Financing: deliveries' }, versions: deliveries },
  { id: 'desk', title: { zh: '办理时限与督办规则', en: 'Desk: deadlines and escalation' }, versions: desk },
  { id: 'supplements', title: { zh: '补正模板', en: 'Templates of supplements' }, versions: supplements },
  { id: 'attachments', title: { zh: '附件限制', en: 'Attachments' }, versions: attachments },
  { id: 'notifications', title: { zh: '通知发送规则', en: 'Notifications' }, versions: notifications },
];
