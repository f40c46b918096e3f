package dev.footnote.article;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads Markdown as it is meant to be seen: it is made HTML, which is read as a web page is, so that comments, fences,
 * pipes, the targets of links and front matter are no text. The metadata come from the front matter.
 */
final class MarkdownReader implements ArticleReader {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), YamlFrontMatterExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private static final Pattern NOTE = Pattern.compile("(?m)^ {0,3}\\[(\\^[^\\[\\]\\s]{1,40}+)\\]:");

    private static final Pattern MARK_OF_NOTE = Pattern.compile(" ?\\[(\\^[^\\[\\]\\s]{1,40}+)\\]:?");

    @Override
    public Draft read(SourceFile file) throws UnreadableArticleException {
        TextDecoder.Decoded decoded = TextReader.decode(file);
        Node document = PARSER.parse(NormalisedText.of(decoded.text()));
        YamlFrontMatterVisitor frontMatter = new YamlFrontMatterVisitor();
        document.accept(frontMatter);
        Map<String, List<String>> entries = frontMatter.getData();
        Document page = Jsoup.parse(RENDERER.render(document));
        HtmlReader.removeHidden(page);
        removeMarksOfNotes(page, marksOfNotes(decoded.text()));
        HtmlReader.ContentVisitor content = HtmlReader.contentOf(file, page.body());
        String source = entry(entries, "source");
        return new Draft(
                content.text(),
                "text/markdown",
                HtmlReader.textOf(page.selectFirst("h1, h2, h3, h4, h5, h6")),
                entry(entries, "title"),
                null,
                new Metadata(
                        entry(entries, "author"),
                        entry(entries, "date"),
                        source == null ? entry(entries, "url") : source),
                List.of(),
                decoded.warnings(),
                content.outline());
    }

    /** The marks that have a note: "[^1]: The note". Others are what they look like, such as a set of letters. */
    private static Set<String> marksOfNotes(String source) {
        return NOTE.matcher(source).results().map(note -> note.group(1)).collect(Collectors.toSet());
    }

    /** As raised marks in other formats: a note stands where it is written, its marks are no text. */
    private static void removeMarksOfNotes(Document page, Set<String> marks) {
        if (marks.isEmpty()) {
            return;
        }
        for (Element element : page.body().getAllElements()) {
            if (element.normalName().equals("a") && marks.contains(element.ownText())) {
                // A note that is nothing but an address is taken for the target of a link.
                element.remove();
            } else if (!element.normalName().equals("code")) {
                for (TextNode words : element.textNodes()) {
                    words.text(MARK_OF_NOTE
                            .matcher(words.getWholeText())
                            .replaceAll(mark -> marks.contains(mark.group(1)) ? "" : "$0"));
                }
            }
        }
    }

    private static @Nullable String entry(Map<String, List<String>> entries, String name) {
        return entries.entrySet().stream()
                .filter(each -> each.getKey().toLowerCase(Locale.ROOT).equals(name))
                .flatMap(each -> each.getValue().stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
