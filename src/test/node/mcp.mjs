// Uses Footnote by the official client of the Model Context Protocol. Prints one JSON object of what came back.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [question, kind, ...rest] = process.argv.slice(2);
const transport =
  kind === "http"
    ? new StreamableHTTPClientTransport(new URL(rest[0]))
    : new StdioClientTransport({ command: rest[0], args: rest.slice(1) });
const client = new Client({ name: "footnote-tests", version: "1" });
await client.connect(transport);
const tools = (await client.listTools()).tools.map((tool) => tool.name);
const resources = (await client.listResources()).resources;
const text = (await client.readResource({ uri: resources[0].uri })).contents[0].text;
const asked = await client.callTool({ name: "ask_article", arguments: { question } });
const citation = asked.structuredContent.citations[0];
const passage = await client.callTool({
  name: "get_passage",
  arguments: { article_id: citation.document_id, start: citation.start_char_index, end: citation.end_char_index },
});
const found = await client.callTool({ name: "search_articles", arguments: { query: question, top_k: 2 } });
const wrong = await client.callTool({ name: "ask_article", arguments: { question: "" } });
const server = client.getServerVersion();
await client.close();
console.log(
  JSON.stringify({
    server,
    tools,
    resources: resources.length,
    characters: text.length,
    asked: asked.content[0].text,
    cited: citation.cited_text,
    passage: passage.structuredContent.text,
    found: found.structuredContent.passages.length,
    wrong,
  }),
);
