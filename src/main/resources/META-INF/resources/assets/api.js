// The HTTP API of the server, version 1.

/** Something that went wrong, in words for the reader. */
export class Problem extends Error {
  constructor(title, detail, status = 0) {
    super(detail);
    this.title = title;
    this.detail = detail;
    this.status = status;
  }
}

const LOST = () => new Problem('The answer did not arrive.', 'The connection was lost. Your question is kept.');
const UNREACHABLE = () => new Problem('Footnote cannot be reached.', 'The server does not answer. Start it again, or look at your connection.');

function problemIn(body, status, retryAfter) {
  const wait = Number(retryAfter);
  const remedy = wait > 0 ? ` Try again in ${wait === 1 ? 'a second' : wait + ' seconds'}.` : '';
  const detail = (body.detail ?? `The server answered with status ${status}.`) + remedy;
  return new Problem(body.title ?? 'This did not work.', detail, status);
}

async function problemOf(response) {
  let body = {};
  try { body = await response.json(); } catch { /* no problem+json: the status must do */ }
  return problemIn(body, response.status, response.headers.get('Retry-After'));
}

let bearer = {};

/** Sends a key with every request from now on, or none. */
export const useKey = key => { bearer = key ? { Authorization: 'Bearer ' + key } : {}; };

async function send(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { ...options.headers, ...bearer } });
  } catch (failure) {
    throw failure.name === 'AbortError' ? failure : UNREACHABLE();
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

const json = body => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

/** Cuts a stream of server-sent events into {event, data}. */
async function* eventsOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '', event = '', data = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop();
    for (const line of lines) {
      if (line === '') {
        if (data.length) yield { event: event || 'message', data: JSON.parse(data.join('\n')) };
        event = '';
        data = [];
      } else if (line.startsWith('event:')) {
        event = line.slice(6).trim();
      } else if (line.startsWith('data:')) {
        data.push(line.slice(5).replace(/^ /, ''));
      }
    }
  }
}

/** Asks, and gives the events of the answer as they come; ends after message_end, or throws a Problem. */
export async function* ask(question, signal) {
  const response = await send('/api/v1/ask', {
    ...json({ ...question, stream: true }),
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
    signal,
  });
  try {
    for await (const event of eventsOf(response.body)) {
      if (event.event === 'error') throw problemIn(event.data, event.data.status ?? 500);
      yield event;
      if (event.event === 'message_end') return;
    }
  } catch (failure) {
    throw failure.name === 'AbortError' || failure instanceof Problem ? failure : LOST();
  }
  throw LOST();
}

export const articles = async () => (await (await send('/api/v1/articles')).json()).articles;

export const article = async id => (await send('/api/v1/articles/' + encodeURIComponent(id))).json();

export const removeArticle = id => send('/api/v1/articles/' + encodeURIComponent(id), { method: 'DELETE' });

const addArticle = async body => (await send('/api/v1/articles', json(body))).json();

export const addText = (text, title) => addArticle(title ? { text, title } : { text });

/** Has the server fetch an article from its web address. */
export const addAddress = url => addArticle({ url });

/** What may be done: {read, ask, language_model, manage, known_by, takes_keys}. */
export const access = async () => (await send('/api/v1/access')).json();

export const feedback = body => send('/api/v1/feedback', json(body));

/** Who can answer, as {name, provider, model, remote, host, default}. */
export const engines = async () => (await (await send('/api/v1/engines')).json()).engines;

/** Has the browser forget the key that it opens private pages with. */
export const signOut = () => send('/sign-out', { method: 'POST', redirect: 'manual' }).catch(() => {});

const conversationAt = id => '/api/v1/conversations/' + encodeURIComponent(id);
const shareAt = id => '/api/v1/shares/' + encodeURIComponent(id);
const checkAt = id => '/api/v1/checks/' + encodeURIComponent(id);

/** The id that a link to something kept ends in. */
export const idAtEnd = url => new URL(url, location.href).pathname.split('/').at(-1);

/** Deletes what is at a path; that it is gone already is no problem. */
async function remove(path) {
  try {
    await send(path, { method: 'DELETE' });
  } catch (problem) {
    if (problem.status !== 404) throw problem;
  }
}

/** A conversation as the server keeps it: {conversation_id, turns}. */
export const conversation = async id => (await send(conversationAt(id))).json();

/** Has the server forget a conversation. */
export const forget = id => remove(conversationAt(id));

/** Shares a conversation as it is now, and gives the link. */
export const share = async id => (await (await send(conversationAt(id) + '/share', { method: 'POST' })).json()).url;

/** What was shared: {id, shared_at, turns}. */
export const shared = async id => (await send(shareAt(id))).json();

/** Takes a share back. */
export const takeBack = id => remove(shareAt(id));

/** Holds each sentence of a text against articles, all without ids: {claims, warnings}. */
export const verify = async (text, articleIds, keep = false) =>
  (await send('/api/v1/verify', json({ text, article_ids: articleIds, ...(keep && { keep }) }))).json();

/** A check that was kept: {text, article_ids, claims, warnings}. */
export const keptCheck = async id => (await send(checkAt(id))).json();

/** Takes a kept check back. */
export const takeCheckBack = id => remove(checkAt(id));

/** The page of an article, as the server renders it. */
export async function page(id) {
  const html = await (await send('/articles/' + encodeURIComponent(id), { headers: { Accept: 'text/html' } })).text();
  return new DOMParser().parseFromString(html, 'text/html');
}

/** Uploads a file; XMLHttpRequest because fetch does not tell how much has been sent. */
export function addFile(file, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file, file.name);
    request.open('POST', '/api/v1/articles');
    for (const [name, value] of Object.entries(bearer)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = event => { if (event.lengthComputable) onProgress(event.loaded / event.total); };
    request.onerror = () => reject(UNREACHABLE());
    request.onload = () => {
      if (request.status < 300 && request.response) resolve(request.response);
      else reject(problemIn(request.response ?? {}, request.status, request.getResponseHeader('Retry-After')));
    };
    request.send(form);
  });
}
