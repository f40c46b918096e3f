// The Markdown of a language model, read for the little that an answer may show: paragraphs, lists, bold, italics and code. All
// else (links, images, HTML) stays the text it is. Every run keeps its place in the source, so that marks are set by counting.

const ITEM = /^[ \t]*(?:([-*+])|(\d{1,3})[.)])[ \t]+(?=\S)/;
const HEADING = /^#{1,6}[ \t]+/;

/** Emphasis reaches over a few lines at most; an opening that nothing closes stays text. */
const INLINE = new RegExp([
  '\\\\(?<escaped>[\\\\`*_#+.!~>()\\[\\]{}|-])',
  '`(?<code>[^`\\n]{1,400})`',
  '\\*\\*(?=\\S)(?<bold>[^\\n]{1,800}?)(?<=\\S)\\*\\*',
  '(?<!\\w)__(?=\\S)(?<strong>[^\\n]{1,800}?)(?<=\\S)__(?!\\w)',
  '\\*(?=[^\\s*])(?<italic>[^\\n]{1,800}?)(?<=[^\\s*])\\*(?!\\*)',
  '(?<!\\w)_(?=[^\\s_])(?<slanted>[^\\n]{1,800}?)(?<=[^\\s_])_(?!\\w)',
].join('|'), 'g');

const STYLES = { escaped: null, code: 'code', bold: 'strong', strong: 'strong', italic: 'em', slanted: 'em' };

/** The runs of source[from, to): {from, to, styles}, styles being element names, the outermost first. */
function runsOf(source, from, to, styles = []) {
  const runs = [];
  let at = from;
  for (const match of source.slice(from, to).matchAll(INLINE)) {
    const [name, inner] = Object.entries(match.groups).find(([, value]) => value !== undefined);
    const start = from + match.index, end = start + match[0].length;
    const innerStart = start + match[0].indexOf(inner, name === 'escaped' || name === 'code' ? 1 : match[0].search(/[^*_]/));
    if (start > at) runs.push({ from: at, to: start, styles });
    const style = STYLES[name];
    const innerStyles = style ? [...styles, style] : styles;
    const isLiteral = name === 'escaped' || name === 'code';
    if (isLiteral) runs.push({ from: innerStart, to: innerStart + inner.length, styles: innerStyles });
    else runs.push(...runsOf(source, innerStart, innerStart + inner.length, innerStyles));
    at = end;
  }
  if (at < to) runs.push({ from: at, to, styles });
  return runs;
}

/**
 * The blocks of a text, in order: {kind, to, runs}. `kind` is `p`, `ul` or `ol`, each item of a list being a block; `number` is what an
 * item of an `ol` was numbered.
 */
export function blocksOf(source) {
  const blocks = [];
  let open = null;
  let at = 0;
  for (const line of source.split('\n')) {
    const end = at + line.length;
    const item = ITEM.exec(line), heading = HEADING.exec(line);
    if (!line.trim()) open = null;
    else if (item) blocks.push(open = { kind: item[1] ? 'ul' : 'ol', number: Number(item[2] ?? 0), from: at + item[0].length, to: end, styles: [] });
    else if (heading) {
      blocks.push({ kind: 'p', from: at + heading[0].length, to: end, styles: ['strong'] });
      open = null;
    } else if (open) open.to = end;
    else blocks.push(open = { kind: 'p', from: at, to: end, styles: [] });
    at = end + 1;
  }
  return blocks.map(({ kind, number, from, to, styles }) => ({ kind, number, to, runs: runsOf(source, from, to, styles) }));
}
