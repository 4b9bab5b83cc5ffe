/** A table of the docs. */

/**
 * The rows as Markdown, the first one as head.
 * @returns text as prettier would write it: columns padded to their widest cell
 */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const ruler = widths.map((width) => '-'.repeat(width));
  return [line(head), line(ruler), ...body.map(line)].join('\n');
}
