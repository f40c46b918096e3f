// The answer box for other sites: <script type="module" src="https://FOOTNOTE/assets/embed.js"></script> and
// <footnote-answers></footnote-answers> where it is to stand. Text is set as text, never as markup; the styles are a
// constructed sheet, which a content security policy without inline styles lets pass.

const home = new URL('.', import.meta.url).href.replace(/assets\/$/, '');

const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host { display: block; color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif;
    --ink: light-dark(#15201b, #e9eeeb); --quiet: light-dark(#45524c, #b9c4be); --line: light-dark(#7d8a83, #75827b);
    --accent: light-dark(#0a6650, #6fd3b1); --on-accent: light-dark(#ffffff, #07241b); --ground: light-dark(#ffffff, #121614);
    --edge: light-dark(#b98900, #e8c33f); color: var(--ink); background: var(--ground); }
  label { display: block; margin-bottom: 4px; font-weight: 600; }
  form { display: flex; gap: 8px; }
  input { flex: 1; min-width: 0; font: inherit; color: inherit; background: transparent; padding: 8px 12px;
    border: 1px solid var(--line); border-radius: 8px; }
  button { font: inherit; padding: 8px 16px; border: 0; border-radius: 8px; background: var(--accent); color: var(--on-accent); }
  button:disabled { opacity: .6; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .said { font: 1.2em/1.4 Georgia, serif; margin: 16px 0 8px; overflow-wrap: anywhere; }
  ol { list-style: none; margin: 0; padding: 0; }
  li { margin: 8px 0; padding-left: 12px; border-left: 3px solid var(--edge); color: var(--quiet); overflow-wrap: anywhere; }
  a { color: var(--accent); }
  .note { color: var(--quiet); }
`);

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** Only addresses of the web: a link must never run anything. */
function web(url, base) {
  const address = new URL(url, base);
  return /^https?:$/.test(address.protocol) ? address.href : base;
}

/**
 * Attributes: `server`, the address of Footnote (that of this script unless given); `articles`, ids separated by commas (all
 * unless given); `label` and `placeholder` of the field.
 */
class FootnoteAnswers extends HTMLElement {
  #conversation = null;
  #asking = null;

  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles];
    const form = element('form');
    const field = element('input', '', {
      id: 'question',
      maxlength: '2000',
      required: '',
      autocomplete: 'off',
      placeholder: this.getAttribute('placeholder') ?? '',
    });
    const button = element('button', 'Ask', { type: 'submit' });
    const said = element('div', '', { 'aria-live': 'polite', part: 'answer' });
    form.append(field, button);
    root.append(element('label', this.getAttribute('label') ?? 'Ask a question', { for: 'question' }), form, said);
    form.addEventListener('submit', async event => {
      event.preventDefault();
      if (!field.value.trim()) return;
      button.disabled = true;
      said.replaceChildren(element('p', 'Reading …', { class: 'note' }));
      try {
        said.replaceChildren(...this.#shown(await this.#ask(field.value)));
      } catch (problem) {
        said.replaceChildren(element('p', problem.message, { class: 'note' }));
      } finally {
        button.disabled = false;
      }
    });
  }

  disconnectedCallback() {
    this.#asking?.abort();
  }

  get #server() {
    const server = this.getAttribute('server') ?? home;
    return server.endsWith('/') ? server : `${server}/`;
  }

  async #ask(question) {
    const articles = (this.getAttribute('articles') ?? '').split(',').map(id => id.trim()).filter(Boolean);
    this.#asking = new AbortController();
    const response = await fetch(new URL('api/v1/ask', this.#server), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      credentials: 'omit',
      signal: this.#asking.signal,
      body: JSON.stringify({
        question,
        ...(articles.length ? { article_ids: articles } : {}),
        ...(this.#conversation ? { conversation_id: this.#conversation } : {}),
      }),
    }).catch(() => {
      throw new Error('Footnote cannot be reached from this page.');
    });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw new Error(answer.detail ?? `Footnote answered ${response.status}.`);
    this.#conversation = answer.conversation_id;
    return answer;
  }

  #shown(answer) {
    const parts = [element('p', answer.answer, { class: 'said' })];
    if (answer.certainty === 'likely') parts.push(element('p', 'likely; check the sentence', { class: 'note' }));
    const list = element('ol');
    for (const citation of answer.citations) {
      const item = element('li');
      const label = answer.kind === 'refusal' ? 'Closest: ' : `[${citation.index}] `;
      item.append(`${label}“${citation.cited_text}” `);
      item.append(element('a', citation.document_title, {
        href: web(citation.url, this.#server),
        target: '_blank',
        rel: 'noopener',
      }));
      list.append(item);
    }
    if (answer.citations.length) parts.push(list);
    for (const warning of answer.warnings) parts.push(element('p', warning, { class: 'note' }));
    return parts;
  }
}

if (!customElements.get('footnote-answers')) customElements.define('footnote-answers', FootnoteAnswers);
