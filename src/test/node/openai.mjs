// Asks by OpenAI's own client. Prints one JSON object of what came back.
import OpenAI from "openai";

const [content, baseURL] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey: "none", maxRetries: 0 });
const question = [{ role: "user", content }];

const models = [];
for await (const model of client.models.list()) {
  models.push(model.id);
}
const plain = await client.chat.completions.create({ model: "footnote", messages: question });
const stream = await client.chat.completions.create({
  model: "footnote",
  messages: question,
  stream: true,
  stream_options: { include_usage: true },
});
let streamed = "";
let annotations = [];
let finish = null;
let usage = null;
for await (const chunk of stream) {
  const choice = chunk.choices[0];
  streamed += choice?.delta?.content ?? "";
  annotations = choice?.delta?.annotations ?? annotations;
  finish = choice?.finish_reason ?? finish;
  usage = chunk.usage ?? usage;
}
let refused = null;
try {
  await client.chat.completions.create({ model: "no-such-model", messages: question });
} catch (error) {
  refused = { name: error.constructor.name, status: error.status, code: error.code, message: error.message };
}
const response = await client.responses.create({ model: "footnote", instructions: "Be kind.", input: content });
const events = await client.responses.create({ model: "footnote", input: question, stream: true });
let delta = "";
let completed = null;
let order = [];
for await (const event of events) {
  order.push(event.sequence_number);
  delta += event.type === "response.output_text.delta" ? event.delta : "";
  completed = event.type === "response.completed" ? event.response : completed;
}
// The client's own helper puts the pieces together, and complains of one that is out of place.
const gathered = await client.responses.stream({ model: "footnote", input: question }).finalResponse();
const responses = {
  text: response.output_text,
  part: response.output[0].content[0],
  status: response.status,
  delta,
  completed,
  gathered: gathered.output_text,
  isInOrder: order.every((number, index) => number === index),
};
console.log(JSON.stringify({ responses, models, plain: plain.choices[0].message, streamed, annotations, finish, usage, refused }));
