package dev.footnote.article;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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

    @Override
    public Draft read(SourceFile file) throws UnreadableArticleException {
        TextDecoder.Decoded decoded = TextReader.decode(file);
        Node document = PARSER.parse(NormalisedText.of(decoded.text()));
        YamlFrontMatterVisitor frontMatter = new YamlFrontMatterVisitor();
        document.accept(frontMatter);
        Map<String, List<String>> entries = frontMatter.getData();
        Document page = Jsoup.parse(RENDERER.render(document));
        HtmlReader.removeHidden(page);
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
