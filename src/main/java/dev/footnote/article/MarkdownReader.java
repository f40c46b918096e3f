package dev.footnote.article;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads Markdown, which is kept as its source: it reads well, and its offsets stay those of the file. */
final class MarkdownReader implements ArticleReader {

    private static final Parser PARSER = Parser.builder().build();

    /** How much of the source is parsed: a title stands at the beginning. In code units. */
    private static final int PARSED = 50_000;

    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---[ \\t]*\\n(.*?)\\n(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)", Pattern.DOTALL);

    private static final Pattern ENTRY = Pattern.compile("(?m)^(\\w+):[ \\t]*([^\\n]+)$");

    @Override
    public Draft read(SourceFile file) throws UnreadableArticleException {
        TextDecoder.Decoded decoded = TextReader.decode(file);
        String text = NormalisedText.of(decoded.text());
        String parsed = text.substring(0, Math.min(text.length(), PARSED));
        Matcher frontMatter = FRONT_MATTER.matcher(parsed);
        Map<String, String> entries = new HashMap<>();
        // CommonMark knows no front matter: it would take its last line for a heading.
        if (frontMatter.find()) {
            entries.putAll(entriesOf(frontMatter.group(1)));
            parsed = parsed.substring(frontMatter.end());
        }
        String heading = null;
        StringBuilder lead = new StringBuilder();
        for (Node node = PARSER.parse(parsed); node != null; node = next(node)) {
            if (node instanceof Heading && heading == null) {
                heading = proseOf(node);
            } else if (node instanceof Paragraph) {
                lead.append(proseOf(node)).append("\n\n");
            }
        }
        String source = entries.containsKey("source") ? entries.get("source") : entries.get("url");
        return new Draft(
                text,
                "text/markdown",
                heading,
                entries.get("title"),
                lead.toString(),
                new Metadata(entries.get("author"), entries.get("date"), source),
                List.of(),
                decoded.warnings());
    }

    private static Map<String, String> entriesOf(String frontMatter) {
        Map<String, String> entries = new HashMap<>();
        Matcher entry = ENTRY.matcher(frontMatter);
        while (entry.find()) {
            String value = entry.group(2).strip();
            if (value.length() >= 2
                    && (value.startsWith("\"") || value.startsWith("'"))
                    && value.charAt(0) == value.charAt(value.length() - 1)) {
                value = value.substring(1, value.length() - 1).strip();
            }
            if (!value.isEmpty()) {
                entries.putIfAbsent(entry.group(1).toLowerCase(Locale.ROOT), value);
            }
        }
        return entries;
    }

    private static String proseOf(Node block) {
        StringBuilder prose = new StringBuilder();
        // Not by recursion: markup may be nested as deep as the file is long.
        Node end = afterSubtree(block);
        for (Node node = block.getFirstChild(); node != null && node != end; node = next(node)) {
            if (node instanceof Text words) {
                prose.append(words.getLiteral());
            } else if (node instanceof Code code) {
                prose.append(code.getLiteral());
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak || node instanceof Block) {
                prose.append(' ');
            }
        }
        return prose.toString();
    }

    private static @Nullable Node next(Node node) {
        return node.getFirstChild() != null ? node.getFirstChild() : afterSubtree(node);
    }

    private static @Nullable Node afterSubtree(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up.getNext() != null) {
                return up.getNext();
            }
        }
        return null;
    }
}
