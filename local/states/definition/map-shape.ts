import { isJsonObject, type JsonObject } from '../../json.ts';
import type { Findings } from './diagnostic.ts';
import { expression, template } from './expression-check.ts';
import { type ParseOptions, resource } from './resource-check.ts';
import {
  anything,
  type Check,
  integer,
  list,
  notBuilt,
  object,
  oneOf,
  orExpression,
  type Shape,
  text,
} from './shape.ts';

const integerOrExpression = (from: number, to?: number) => orExpression(integer(from, to), expression());

/** An array of templates, or an expression. */
const items: Check = orExpression((value, path, findings) => {
  list(anything)(value, path, findings);
  template()(value, path, findings);
}, expression());

export const ITEM_BATCHER: Shape = {
  fields: {
    BatchInput: template(),
    MaxItemsPerBatch: integerOrExpression(1),
    MaxInputBytesPerBatch: integerOrExpression(1, 262_144),
  },
};

export const READER_CONFIG: Shape = {
  fields: {
    InputType: oneOf('CSV', 'JSON', 'JSONL'),
    Transformation: notBuilt,
    ManifestType: notBuilt,
    ItemsPointer: notBuilt,
    CSVDelimiter: oneOf('COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'),
    CSVHeaderLocation: oneOf('FIRST_ROW', 'GIVEN'),
    CSVHeaders: list(text),
    MaxItems: integerOrExpression(1),
  },
};

/** The fields a Map has beyond those of every state with a result. */
export function mapFields(options: ParseOptions): Readonly<Record<string, Check>> {
  return {
    ItemProcessor: anything,
    Items: items,
    ItemReader: object({
      fields: { Resource: resource(options), Arguments: template(), ReaderConfig: object(READER_CONFIG) },
      required: ['Resource'],
    }),
    ItemSelector: template(),
    ItemBatcher: object(ITEM_BATCHER),
    ResultWriter: notBuilt,
    MaxConcurrency: integerOrExpression(0),
    ToleratedFailureCount: integerOrExpression(0),
    ToleratedFailurePercentage: orExpression(integer(0, 100), expression()),
    Label: text,
  };
}

/** What an ItemProcessor holds beside its states. */
export const processorConfig: Check = (value, path, findings) => {
  object(isJsonObject(value) && value.Mode === 'DISTRIBUTED' ? DISTRIBUTED : INLINE)(value, path, findings);
};

const mode = oneOf('INLINE', 'DISTRIBUTED');
const INLINE: Shape = { fields: { Mode: mode } };
const DISTRIBUTED: Shape = {
  fields: { Mode: mode, ExecutionType: oneOf('STANDARD', 'EXPRESS') },
  required: ['ExecutionType'],
};

/** Of a distributed map only; developer guide, "Map state processing modes". */
const DISTRIBUTED_FIELDS = ['ItemReader', 'ItemBatcher'];
/** At most 40 characters, none of those that an ARN's part cannot hold. Developer guide, "Distributed mode", Label. */
const LABEL = /^[^\s*?<>{}[\]:;,\\|^~$#%&`"/\p{Cc}]{1,40}$/u;

/** The rules between the fields of a Map. */
export function checkMapRules(
  map: JsonObject,
  path: string,
  options: ParseOptions,
  findings: Findings,
): void {
  const processor = isJsonObject(map.ItemProcessor) ? map.ItemProcessor : {};
  const config = isJsonObject(processor.ProcessorConfig) ? processor.ProcessorConfig : {};
  const distributed = config.Mode === 'DISTRIBUTED';
  if (distributed && options.type === 'EXPRESS') {
    findings.schema("Express state machine does not support 'DISTRIBUTED' Map states", path);
  }
  for (const field of DISTRIBUTED_FIELDS.filter((name) => !distributed && Object.hasOwn(map, name))) {
    findings.schema(`Field '${field}' is not supported in 'INLINE' mode`, path);
  }
  if (map.Items !== undefined && map.ItemReader !== undefined) {
    findings.schema("Fields 'Items' and 'ItemReader' cannot both be there", path);
  }
  if (typeof map.Label === 'string' && !LABEL.test(map.Label)) {
    findings.add('INVALID_LABEL_NAME', `Invalid Label name: '${map.Label}'`, `${path}/Label`);
  }
  checkBatcher(map, path, findings);
}

function checkBatcher(map: JsonObject, path: string, findings: Findings): void {
  const batcher = map.ItemBatcher;
  if (!isJsonObject(batcher)) return;
  if (batcher.MaxItemsPerBatch === undefined && batcher.MaxInputBytesPerBatch === undefined) {
    findings.schema(
      'At least one of these fields is required: [MaxItemsPerBatch, MaxInputBytesPerBatch]',
      `${path}/ItemBatcher`,
    );
  }
}
