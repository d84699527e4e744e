import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';

/**
 * Lets stack traces name the sources of `file`, by the source map beside it, as Node.js does for what it loads itself with
 * `--enable-source-maps`. The map is read when the first trace is asked for.
 */
export function mapStackTraces(file: string): void {
  let map: SourceMap | undefined;
  const mapOf = () => {
    map ??= new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
    return map;
  };
  if (!existsSync(`${file}.map`)) return;
  Error.prepareStackTrace = (error, frames) => {
    const lines = frames.map((frame) => `\n    at ${frame.getFileName() === file ? mapped(frame) : frame}`);
    return `${Error.prototype.toString.call(error)}${lines.join('')}`;
  };

  function mapped(frame: NodeJS.CallSite): string {
    const entry = mapOf().findEntry((frame.getLineNumber() ?? 1) - 1, (frame.getColumnNumber() ?? 1) - 1);
    if (!('originalSource' in entry) || !entry.originalSource) return String(frame);
    const source = resolve(dirname(file), entry.originalSource);
    const place = `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    const name = frame.getFunctionName();
    return name ? `${name} (${place})` : place;
  }
}
