/** Why a text is no JSON, and where. */
export interface JsonProblem {
  readonly message: string;
  /** Index of the first character that cannot be read. */
  readonly position: number;
}

/** In the words of AWS (recorded by LocalStack) where they are known, else in those of the JSON parser. */
export function jsonProblem(text: string): JsonProblem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // V8 names the position in most of its messages; at the end of the text it names none.
    const named = /position (\d+)/.exec(message)?.[1];
    const position = named === undefined ? text.length : Number(named);
    return unknownToken(text) ?? unquotedName(text, message, position) ?? { message, position };
  }
}

function unknownToken(text: string): JsonProblem | undefined {
  const [before = '', token] = /^\s*([A-Za-z_$][\w$]*)/.exec(text) ?? [];
  if (token === undefined) return undefined;
  return {
    message: `Unrecognized token '${token}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')`,
    position: before.length,
  };
}

function unquotedName(text: string, message: string, position: number): JsonProblem | undefined {
  const character = text[position];
  if (character === undefined || !/^Expected (?:double-quoted )?property name/.test(message))
    return undefined;
  return {
    message: `Unexpected character ('${character}' (code ${character.charCodeAt(0)})): was expecting double-quote to start field name`,
    position,
  };
}
