/**
 * A heading broken before its bracket and into lines of equal length, each no wider than `width`, so that no single character is
 * left over on a line.
 */
export function balancedLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(text) <= width) return [text];
  return text.split(/(?=（)/).flatMap((part) => equalLines(part, width, widthOf));
}

function equalLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  const characters = Array.from(text);
  const length = Math.ceil(characters.length / Math.ceil(widthOf(text) / width));
  const lines: string[] = [];
  for (let start = 0; start < characters.length; start += length)
    lines.push(characters.slice(start, start + length).join(''));
  return lines;
}
