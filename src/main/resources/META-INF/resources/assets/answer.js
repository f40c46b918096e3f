// How an answer looks, and how it reads as text. Nothing here keeps state or touches the page.

import { element, icon } from './dom.js';
import { blocksOf } from './markdown.js';

/** An answer of at most this many characters is set large: a name, a date or a number is read before anything else. */
const SHORT = 48;

const SURE = {
  stated: ['sure', 'Stated in the article'],
  likely: ['about', 'Likely, check the passages'],
  none: ['dash', 'Not in the article'],
};

const REFUSED = { uncertain: 'Not in so many words', language: 'Not asked in English', unsupported: 'Not a question about the text', unverified: 'Not borne out by the article' };

/** The engine that answers without a language model; what it says is the article's, letter for letter. */
export const EXTRACTIVE = 'extractive';

/** "Paragraph 2", with the page where there are pages and the title where it is not the article of that id. */
export function placeOf(citation, openId) {
  const pages = citation.page_end ? `Pages ${citation.page}–${citation.page_end}` : `Page ${citation.page}`;
  const paragraph = `${citation.page ? `${pages}, p` : 'P'}aragraph ${citation.paragraph}`;
  return citation.document_id === openId ? paragraph : `${citation.document_title}, ${paragraph[0].toLowerCase()}${paragraph.slice(1)}`;
}

/** The footnote mark of a citation: a real link, so that it works in a new tab. */
export const mark = citation => element('a', {
  class: 'cite', href: citation.url, 'data-index': citation.index,
  'aria-label': `Citation ${citation.index}: ${citation.document_title}, paragraph ${citation.paragraph}`,
}, String(citation.index));

/** A quoted sentence with the answer's own words strong, unless it is all of them. */
export function quoted(citation) {
  const { cited_text: text } = citation;
  const words = wordsOf(citation);
  if (!words) return [text];
  const from = citation.answer_start_char_index - citation.start_char_index;
  return [text.slice(0, from), element('strong', { class: 'words' }, words), text.slice(from + words.length)];
}

/** The claims with the citations that they stand on, in the order in which they end. */
function partsOf({ claims, citations }) {
  const byIndex = new Map(citations.map(citation => [citation.index, citation]));
  return claims
    .map(({ start_index: start, end_index: end, support, citations: indexes }) => ({ start, end, support, citations: indexes.map(index => byIndex.get(index)) }))
    .sort((one, other) => one.end - other.end || one.start - other.start);
}

const DOUBTS = {
  partial: ['half', 'partly supported', 'The cited sentence says only a part of this.'],
  unsupported: ['cross', 'not supported', 'No sentence of the article bears this out.'],
};

/** What stands behind a claim that its citations do not carry: an icon and words, with a sentence for the pointer and for listeners. */
function doubtOf(support) {
  const [name, words, sentence] = DOUBTS[support];
  return element('span', { class: 'doubt doubt--' + support, title: sentence }, icon(name), words, element('span', { class: 'sr' }, `. ${sentence}`));
}

const styled = (text, styles) => styles.reduceRight((inner, style) => element(style, {}, inner), text);

/** The nodes of one block: its runs cut at the claims, each claim in a span with its footnote marks behind it. */
function blockNodes(text, { runs, to: blockEnd }, waiting) {
  const nodes = [];
  let claim = { part: null, span: null };
  const close = end => {
    while (waiting.length && waiting[0].end <= end) {
      const { citations, support } = waiting.shift();
      nodes.push(...citations.map(mark));
      if (support in DOUBTS) nodes.push(doubtOf(support));
      claim = { part: null, span: null };
    }
  };
  for (const { from, to, styles } of runs) {
    const inside = waiting.flatMap(part => [part.start, part.end]).filter(at => at > from && at < to);
    const cuts = [...new Set([from, ...inside, to])].sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i++) {
      close(cuts[i]);
      const piece = styled(text.slice(cuts[i], cuts[i + 1]), styles);
      const part = waiting.find(({ start, end }) => start <= cuts[i] && cuts[i + 1] <= end);
      if (!part) nodes.push(piece);
      else if (part === claim.part) claim.span.append(piece);
      else {
        claim = { part, span: element('span', { class: 'claim' + (part.support in DOUBTS ? ' claim--doubtful' : '') }, piece) };
        nodes.push(claim.span);
      }
    }
  }
  close(blockEnd);
  return nodes;
}

/** A text with its footnote marks: inline where it is one paragraph, else paragraphs and lists. `parts` are in the order of their ends. */
function rendered(text, parts, isMarkdown) {
  const waiting = [...parts];
  const blocks = isMarkdown ? blocksOf(text) : [];
  if (!blocks.length) return blockNodes(text, whole(0, text.length), waiting);
  if (blocks.length === 1 && blocks[0].kind === 'p') return blockNodes(text, blocks[0], waiting);
  const nodes = [];
  for (const block of blocks) {
    const inner = blockNodes(text, block, waiting);
    const last = nodes.at(-1);
    if (block.kind === 'p') nodes.push(element('p', {}, ...inner));
    else if (last?.localName === block.kind) last.append(element('li', {}, ...inner));
    else nodes.push(element(block.kind, block.number > 1 ? { start: block.number } : {}, element('li', {}, ...inner)));
  }
  return nodes;
}

const whole = (from, to) => ({ runs: [{ from, to, styles: [] }], to });

/** The answer's own words in the cited sentence; nothing where they are all of it. */
function wordsOf({ cited_text: text, start_char_index: start, answer_start_char_index: from, answer_end_char_index: to }) {
  if (from === null || from === undefined || (from === start && to - from === text.length)) return '';
  return text.slice(from - start, to - start);
}

const AT_LEAST = 'At least: ';

/**
 * The answer as the list that it is, {lead, items}, or null: the items of a list, the events of a timeline with the words that say when,
 * the sentences of a summary. As the server has it (Listing).
 */
function listingOf({ kind, form, answer_text: text }, parts) {
  const isList = form === 'list' || form === 'timeline' || (form === 'sentences' && kind === 'summary');
  if (!isList || parts.length < 2) return null;
  const between = parts.map((part, i) => (i ? text.slice(parts[i - 1].end, part.start) : '')).concat(text.slice(parts.at(-1).end));
  if (between.some(words => /[^;\s]/.test(words))) return null;
  const items = parts.map(part => ({ ...part, date: form === 'timeline' && part.citations.length ? wordsOf(part.citations[0]) : '' }));
  let lead = text.slice(0, parts[0].start).trim();
  if (text.startsWith(AT_LEAST, parts[0].start)) {
    lead = `${lead} ${AT_LEAST}`.trim();
    items[0].start += AT_LEAST.length;
  }
  return { lead, items };
}

function listed({ lead, items }, text) {
  const isTimeline = items.some(({ date }) => date);
  const lines = items.map(item => {
    const nodes = blockNodes(text, whole(item.start, item.end), [item]);
    return element('li', {}, ...(isTimeline ? [element('span', { class: 'when' }, item.date), element('span', {}, ...nodes)] : nodes));
  });
  return [lead && element('p', { class: 'lead' }, lead), element(isTimeline ? 'ol' : 'ul', { class: isTimeline ? 'timeline' : null }, ...lines)].filter(Boolean);
}

/** Whether an answer consists of whole sentences of the article. */
export const isQuotation = answer => answer.engine === EXTRACTIVE && answer.kind === 'answer' && answer.form === 'sentences'
  && answer.citations.every(citation => isSaid(answer, citation));

const isSaid = (answer, citation) => answer.kind !== 'refusal' && answer.answer_text.includes(citation.cited_text);

const VERDICT = /^(Yes|No)(?=: )/;

/** "Yes" or "No", where all that follows is the sentence that is quoted below anyway. */
function verdictOf({ form, answer_text: text, citations, engine }) {
  const word = form === 'verdict' && engine === EXTRACTIVE && VERDICT.exec(text)?.[0];
  return word && citations.some(({ cited_text: cited }) => cited === text.slice(word.length + 2)) ? word : null;
}

/**
 * The text of a finished answer with its footnote marks. The marks stand where the citations say, so a "[1]" of the article itself
 * stays text. Only what a language model said is read as Markdown.
 */
export function said(answer, openId) {
  const parts = partsOf(answer);
  const { answer_text: text } = answer;
  const verdict = verdictOf(answer);
  if (verdict) return blockNodes(text, whole(0, verdict.length), [{ ...parts[0], end: verdict.length }]);
  const listing = listingOf(answer, parts);
  if (listing) return listed(listing, text);
  if (isQuotation(answer)) {
    return parts.map(part => element('p', { class: 'said' }, ...blockNodes(text, whole(part.start, part.end), [part]), ' ', ...part.citations.map(citation => where(citation, openId))));
  }
  return rendered(text, parts, answer.engine !== EXTRACTIVE);
}

const where = (citation, openId) => element('a', { class: 'where', href: citation.url, 'data-index': citation.index, dir: 'ltr' }, placeOf(citation, openId));

/**
 * The text of an answer that is still being written; a marker becomes a footnote mark once its citation is known. `isMarkdown`: a
 * language model writes it.
 */
export function saying(text, citations, isMarkdown) {
  const known = new Map(citations.map(citation => [citation.index, citation]));
  const parts = [];
  let plain = '', at = 0, start = 0;
  for (const marker of text.matchAll(/ ?\[(\d{1,3})\]/g)) {
    const citation = known.get(Number(marker[1]));
    const isNext = marker.index + marker[0].length === text.length;
    if (!citation && !isNext) continue;
    plain += text.slice(at, marker.index);
    at = marker.index + marker[0].length;
    if (citation) parts.push({ start, end: plain.length, citations: [citation] });
    if (citation) start = plain.length;
  }
  return rendered(plain + text.slice(at), parts, isMarkdown);
}

/** Whether an answer is set large. */
export const isShort = answer => answer.kind === 'answer' && (answer.answer_text.length <= SHORT || verdictOf(answer) !== null);

/** The quoted sentences under an answer, but not those that it consists of. In a refusal it is the closest one. */
export function quotes(answer, openId) {
  const isNear = answer.kind === 'refusal';
  const hasVerdict = verdictOf(answer) !== null;
  return answer.citations.filter(citation => hasVerdict || !isSaid(answer, citation)).map(citation => element('figure', { class: 'quote' + (isNear ? ' quote--near' : '') },
    element('span', { class: 'n', 'aria-hidden': 'true' }, isNear ? '' : String(citation.index)),
    element('blockquote', { dir: 'auto' }, ...quoted(citation), ' ', where(citation, openId))));
}

/** How sure the answer is, in the server's word; the number stands in the tooltip only. */
export function sureness(answer) {
  if (!answer.certainty) return null;
  const [name, stated] = SURE[answer.certainty];
  const words = answer.certainty === 'none' && REFUSED[answer.reason] || stated;
  const percent = answer.confidence === null ? null : `${Math.round(answer.confidence * 100)}%`;
  const tooltip = percent && (answer.certainty === 'none' ? `Chance that something was missed: ${percent}` : `Chance that this is right: ${percent}`);
  return element('span', { class: 'sure sure--' + answer.certainty, title: tooltip }, icon(name), words);
}

/** How the question was read, where that is not how it was typed. */
export const understood = answer => (answer.question_understood
  ? element('p', { class: 'understood', dir: 'auto' }, 'Understood as ', element('q', {}, answer.question_understood)) : null);

/** Which language model spoke; nothing where the reader did. */
export const speaker = (answer, nameOf) => (answer.engine === EXTRACTIVE
  ? null : element('span', { class: 'spoke' }, 'Answered by ', element('b', {}, nameOf(answer.engine))));

/** What a reader should know beside the answer. */
export function remarks(answer) {
  const degraded = answer.degraded && 'The language model did not answer. The reader answered in its place, in the article’s own words.';
  return [degraded, ...answer.warnings].filter(Boolean)
    .map(remark => element('p', { class: 'remark', dir: 'auto' }, icon('alert'), element('span', {}, remark)));
}

const absolute = url => new URL(url, location.href).href;
const escaped = text => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');

/** A language model's Markdown is kept, but for what would become a link, an image or HTML elsewhere. */
const defused = text => text.replace(/[[\]<>]/g, '\\$&');

/** The lines of a list, each with its item and the numbers of its footnotes as `mark` writes them; null where it is none. */
function lines(answer, { mark: marked, date: dated = date => date, words = text => text }) {
  const listing = listingOf(answer, partsOf(answer));
  if (!listing) return null;
  const items = listing.items.map(({ start, end, date, citations }) =>
    `- ${date ? dated(date) + ': ' : ''}${words(answer.answer_text.slice(start, end))}${citations.map(({ index }) => marked(index)).join('')}`);
  return [...(listing.lead ? [words(listing.lead), ''] : []), ...items].join('\n');
}

const FORMATS = {
  text: answer => lines(answer, { mark: () => '' }) ?? answer.answer_text,
  cited: answer => [lines(answer, { mark: index => ` [${index}]` }) ?? answer.answer, ...answer.citations.map(citation =>
    `[${citation.index}] “${citation.cited_text}” ${citation.document_title}, paragraph ${citation.paragraph}. ${absolute(citation.url)}`)].join('\n'),
  markdown: answer => {
    const list = lines(answer, { mark: index => `[^${index}]`, date: date => `**${escaped(date)}**`, words: escaped });
    const text = partsOf(answer).reduceRight((built, part) =>
      built.slice(0, part.end).concat(part.citations.map(({ index }) => `\u0000${index}\u0001`).join(''), built.slice(part.end)), answer.answer_text);
    const notes = answer.citations.map(citation =>
      `[^${citation.index}]: “${escaped(citation.cited_text)}” [${escaped(citation.document_title)}, paragraph ${citation.paragraph}](${absolute(citation.url)})`);
    const safe = answer.engine === EXTRACTIVE ? escaped(text) : defused(text);
    return [list ?? safe.replace(/\u0000(\d+)\u0001/g, '[^$1]'), '', ...notes].join('\n');
  },
};

/** The answer as text: `text`, `cited` or `markdown`. */
export const written = (answer, format) => FORMATS[format](answer);
