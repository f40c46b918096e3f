// How an answer looks, and how it reads as text. Nothing here keeps state or touches the page.

import { element, icon } from './dom.js';

/** An answer of at most this many characters is set large: a name, a date or a number is read before anything else. */
const SHORT = 48;

const SURE = {
  stated: ['sure', 'Stated in the article'],
  likely: ['about', 'Likely, check the passages'],
  none: ['dash', 'Not in the article'],
};

const REFUSED = { language: 'Not asked in English', unsupported: 'Not a question about the text', unverified: 'Not borne out by the article' };

/** "Paragraph 2", with the page where there are pages and the title where it is not the open article. */
export function placeOf(citation, openId) {
  const paragraph = `${citation.page ? `Page ${citation.page}, p` : 'P'}aragraph ${citation.paragraph}`;
  return citation.document_id === openId ? paragraph : `${citation.document_title}, ${paragraph[0].toLowerCase()}${paragraph.slice(1)}`;
}

/** The footnote mark of a citation: a real link, so that it works in a new tab. */
export const mark = citation => element('a', {
  class: 'cite', href: citation.url, 'data-index': citation.index,
  'aria-label': `Citation ${citation.index}: ${citation.document_title}, paragraph ${citation.paragraph}`,
}, String(citation.index));

/** A quoted sentence with the answer's own words strong. */
export function quoted(citation) {
  const { cited_text: text, start_char_index: start } = citation;
  if (citation.answer_start_char_index === null || citation.answer_start_char_index === undefined) return [text];
  const from = citation.answer_start_char_index - start, to = citation.answer_end_char_index - start;
  return [text.slice(0, from), element('strong', { class: 'words' }, text.slice(from, to)), text.slice(to)];
}

const isPlaced = citation => citation.start_index !== null && citation.start_index !== undefined;

/** The citations that support the same part of the answer, in the order in which their parts end. */
function partsOf(answer) {
  const parts = new Map();
  for (const citation of answer.citations.filter(isPlaced)) {
    const key = `${citation.start_index}-${citation.end_index}`;
    const part = parts.get(key) ?? { start: citation.start_index, end: citation.end_index, citations: [] };
    part.citations.push(citation);
    parts.set(key, part);
  }
  for (const claim of answer.claims) {
    const part = parts.get(`${claim.start_index}-${claim.end_index}`);
    if (part) part.support = claim.support;
    else if (claim.support === 'unsupported') parts.set(`claim-${claim.start_index}`, { start: claim.start_index, end: claim.end_index, citations: [], support: claim.support });
  }
  return [...parts.values()].sort((a, b) => a.end - b.end || a.start - b.start);
}

const DOUBTS = { partial: 'only partly supported', unsupported: 'not supported by the article' };

/**
 * The text of a finished answer with its footnote marks. The marks stand where the citations say, so a "[1]" of the article itself
 * stays text. An LLM's Markdown would be rendered here, and only here.
 */
export function said(answer) {
  const { answer_text: text } = answer;
  const nodes = [];
  let at = 0;
  for (const part of partsOf(answer)) {
    const from = Math.max(at, part.start);
    if (from > at) nodes.push(text.slice(at, from));
    if (part.end > from) {
      const doubt = DOUBTS[part.support];
      nodes.push(element('span', { class: 'claim' + (doubt ? ' claim--doubtful' : ''), title: doubt ?? null }, text.slice(from, part.end)));
      if (doubt) nodes.push(element('span', { class: 'sr' }, ` (${doubt})`));
    }
    nodes.push(...part.citations.map(mark));
    at = Math.max(at, part.end);
  }
  if (at < text.length) nodes.push(text.slice(at));
  return nodes;
}

/** The text of an answer that is still being written; a marker becomes a footnote mark once its citation is known. */
export function saying(text, citations) {
  const known = new Map(citations.map(citation => [citation.index, citation]));
  const nodes = [];
  let at = 0;
  for (const marker of text.matchAll(/ ?\[(\d{1,3})\]/g)) {
    const citation = known.get(Number(marker[1]));
    const isNext = marker.index + marker[0].length === text.length;
    if (!citation && !isNext) continue;
    if (marker.index > at) nodes.push(element('span', { class: citation ? 'claim' : null }, text.slice(at, marker.index)));
    if (citation) nodes.push(mark(citation));
    at = marker.index + marker[0].length;
  }
  nodes.push(text.slice(at));
  return nodes;
}

/** Whether an answer is set large. */
export const isShort = answer => answer.kind === 'answer' && answer.answer_text.length <= SHORT;

/** The quoted sentences under an answer. In a refusal it is the closest one. */
export function quotes(answer, openId) {
  const isNear = answer.kind === 'refusal';
  return answer.citations.map(citation => element('figure', { class: 'quote' + (isNear ? ' quote--near' : '') },
    element('span', { class: 'n', 'aria-hidden': 'true' }, isNear ? '' : String(citation.index)),
    element('blockquote', { dir: 'auto' }, ...quoted(citation), ' ',
      element('a', { class: 'where', href: citation.url, 'data-index': citation.index, dir: 'ltr' }, placeOf(citation, openId)))));
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

/** What a reader should know beside the answer. */
export function remarks(answer) {
  const understood = answer.question_understood && `Read as: ${answer.question_understood}`;
  const degraded = answer.degraded && 'The language model did not answer. This answer was taken from the article without it.';
  return [understood, degraded, ...answer.warnings].filter(Boolean)
    .map(remark => element('p', { class: 'remark', dir: 'auto' }, icon('alert'), element('span', {}, remark)));
}

const absolute = url => new URL(url, location.href).href;
const escaped = text => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');

const FORMATS = {
  text: answer => answer.answer_text,
  cited: answer => [answer.answer, ...answer.citations.map(citation =>
    `[${citation.index}] “${citation.cited_text}” ${citation.document_title}, paragraph ${citation.paragraph}. ${absolute(citation.url)}`)].join('\n'),
  markdown: answer => {
    const text = partsOf(answer).reduceRight((built, part) =>
      built.slice(0, part.end).concat(part.citations.map(({ index }) => `\u0000${index}\u0001`).join(''), built.slice(part.end)), answer.answer_text);
    const notes = answer.citations.map(citation =>
      `[^${citation.index}]: “${escaped(citation.cited_text)}” [${escaped(citation.document_title)}, paragraph ${citation.paragraph}](${absolute(citation.url)})`);
    return [escaped(text).replace(/\u0000(\d+)\u0001/g, '[^$1]'), '', ...notes].join('\n');
  },
};

/** The answer as text: `text`, `cited` or `markdown`. */
export const written = (answer, format) => FORMATS[format](answer);
