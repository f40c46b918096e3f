// What somebody would write in an afternoon with transformers.js on the files that Footnote uses: the passages that are nearest
// to a question by the encoder, each read by the reader. A question a line comes in, an answer a line goes out.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { AutoModelForQuestionAnswering, AutoTokenizer, env, pipeline } from '@huggingface/transformers';

const [models, passagesFile] = process.argv.slice(2);
const READ = 8;
const LONGEST_ANSWER = 30;
const QUERY = 'Represent this sentence for searching relevant passages: ';

env.allowRemoteModels = false;
env.localModelPath = models;
const options = { dtype: 'q8' };
const encoder = await pipeline('feature-extraction', 'encoder', options);
const reader = await AutoModelForQuestionAnswering.from_pretrained('reader', options);
const tokenizer = await AutoTokenizer.from_pretrained('reader');

const encode = async (text) => (await encoder(text, { pooling: 'cls', normalize: true })).data;
const passages = JSON.parse(readFileSync(passagesFile, 'utf8'));
const vectors = [];
for (const passage of passages) {
  vectors.push(await encode(passage));
}

const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);

async function read(question, passage) {
  const inputs = tokenizer(question, { text_pair: passage, truncation: true });
  const { start_logits: starts, end_logits: ends } = await reader(inputs);
  const ids = inputs.input_ids.data;
  const from = ids.indexOf(BigInt(tokenizer.sep_token_id)) + 1;
  let best = { score: -Infinity, text: '' };
  for (let i = from; i < ids.length - 1; i++) {
    for (let j = i; j < Math.min(ids.length - 1, i + LONGEST_ANSWER); j++) {
      const score = starts.data[i] + ends.data[j] - starts.data[0] - ends.data[0];
      if (score > best.score) {
        best = { score, from: i, to: j + 1 };
      }
    }
  }
  return { score: best.score, text: tokenizer.decode(Array.from(ids.slice(best.from, best.to)), { skip_special_tokens: true }), passage };
}

async function answer(question) {
  const vector = await encode(QUERY + question);
  const nearest = vectors
    .map((each, i) => [dot(vector, each), i])
    .sort((a, b) => b[0] - a[0])
    .slice(0, READ)
    .map(([, i]) => passages[i]);
  let best = { score: -Infinity };
  for (const passage of nearest) {
    const found = await read(question, passage);
    best = found.score > best.score ? found : best;
  }
  return best;
}

console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await answer(JSON.parse(line))));
}
