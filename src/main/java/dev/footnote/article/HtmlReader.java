package dev.footnote.article;

import dev.footnote.text.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads web pages: the main content, as a browser would show it. What a reader would not see is left out, so that no page
 * can put words into an article that nobody finds there.
 */
final class HtmlReader implements ArticleReader {

    private static final Pattern CHARSET = Pattern.compile(
            "(?i)(?:<meta[^>]{0,200}?charset|^\\s*<\\?xml[^>]{0,100}?encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)");

    /**
     * How far into a file its declared encoding is looked for, in bytes. Browsers stop after 1024, but only bytes that are
     * no UTF-8 are read by it, which would have to be guessed otherwise.
     */
    private static final int DECLARED_WITHIN = 1 << 16;

    private static final String NEVER_SHOWN = "script, style, noscript, template, head, svg, math annotation, iframe, "
            + "object, embed, canvas, audio, video, map, datalist, dialog:not([open]), [hidden], [aria-hidden=true]";

    private static final String AROUND_THE_CONTENT = "nav, aside, footer, menu, form, button, input, select, textarea, "
            + "[role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search], "
            + "[role=menu], [role=menubar], [role=dialog], [role=alertdialog], [role=toolbar]";

    private static final Pattern HIDING = Pattern.compile("(?i)(?:^|[;{\\s])(?:display\\s*:\\s*none"
            + "|visibility\\s*:\\s*(?:hidden|collapse)|opacity\\s*:\\s*0*\\.?0*\\s*(?:;|!|$)"
            + "|font-size\\s*:\\s*0*\\.?0*(?:px|pt|r?em|%)?\\s*(?:;|!|$))");

    private static final Set<String> PARAGRAPHS = Set.of(
            "address",
            "article",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "legend",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "tfoot",
            "thead",
            "tr",
            "ul");

    /**
     * The most comparisons of an element with a selector that hides. Real pages need some thousand; one that is made to harm
     * would have every element compared with every rule.
     */
    private static final long MOST_COMPARISONS = 30_000_000;

    /** A main content that holds a smaller share of the page's text than this is taken for a mistake of its author. */
    private static final double LEAST_SHARE = 0.1;

    @Override
    public Draft read(SourceFile file) throws UnreadableArticleException {
        TextDecoder.Decoded decoded = TextDecoder.decode(file, declaredCharset(file.content()));
        Document page = Jsoup.parse(decoded.text());
        String siteTitle = firstOf(page, said -> said, "meta[property=og:title]", "meta[name=twitter:title]");
        String ownTitle = siteTitle == null ? blankToNull(page.title()) : siteTitle;
        Metadata metadata = metadataOf(page);
        removeHidden(page);
        String topHeading = textOf(page.selectFirst("h1"));
        Element main = mainOf(page);
        main.select(AROUND_THE_CONTENT).remove();
        for (Element header : main.select("header")) {
            // The header of an article holds its heading; that of a site holds everything else.
            if (main.normalName().equals("body")) {
                header.remove();
            } else {
                Elements headings = header.select("h1, h2, h3, h4, h5, h6");
                headings.remove();
                header.empty();
                header.appendChildren(headings);
            }
        }
        String heading = textOf(main.selectFirst("h1"));
        if (heading == null) {
            heading = topHeading == null && ownTitle == null
                    ? textOf(main.selectFirst("h2, h3, h4, h5, h6"))
                    : topHeading;
        }
        ContentVisitor content = contentOf(file, main);
        return new Draft(
                content.paragraphs.text(),
                "text/html",
                heading,
                ownTitle,
                null,
                metadata,
                List.of(),
                decoded.warnings(),
                content.outline());
    }

    static @Nullable Charset declaredCharset(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        Matcher matcher = CHARSET.matcher(start);
        try {
            if (!matcher.find() || !Charset.isSupported(matcher.group(1))) {
                return null;
            }
            Charset charset = Charset.forName(matcher.group(1));
            // Browsers read both as Windows-1252, which has more characters.
            boolean western = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
            return western ? Charset.forName("windows-1252") : charset;
        } catch (IllegalCharsetNameException e) {
            return null;
        }
    }

    private static Metadata metadataOf(Document page) {
        String author = firstOf(
                page,
                CredibleOrigin::author,
                "meta[name=author]",
                "meta[property=article:author]",
                "meta[name=byl]",
                "meta[name=dc.creator]",
                "[itemprop=author] [itemprop=name]",
                "[itemprop=author]",
                "[rel=author]");
        String date = firstOf(
                page,
                said -> CredibleOrigin.date(said, null),
                "meta[property=article:published_time]",
                "meta[itemprop=datePublished]",
                "meta[name=date]",
                "meta[name=dc.date]",
                "meta[name=pubdate]",
                "time[datetime]",
                "time");
        String source = firstOf(page, CredibleOrigin::source, "link[rel=canonical]", "meta[property=og:url]");
        return new Metadata(author, date, source);
    }

    /**
     * What the first of these says of itself that says anything.
     *
     * @param credible makes of what is said what can be believed of it; null for nothing
     */
    private static @Nullable String firstOf(
            Document page, Function<String, @Nullable String> credible, String... selectors) {
        for (String selector : selectors) {
            for (Element element : page.select(selector)) {
                String said =
                        switch (element.normalName()) {
                            case "meta" -> element.attr("content");
                            case "link" -> element.attr("href");
                            case "time" -> element.hasAttr("datetime") ? element.attr("datetime") : element.text();
                            default -> element.text();
                        };
                String believed = NormalisedText.isBlank(said) ? null : credible.apply(said.strip());
                if (believed != null) {
                    return believed;
                }
            }
        }
        return null;
    }

    static void removeHidden(Document page) {
        removeHidden(page, List.of());
    }

    /**
     * Takes out what a browser would not show.
     *
     * @param alsoHiding selectors of rules that hide, from style sheets that are not in the page
     */
    static void removeHidden(Document page, List<String> alsoHiding) {
        List<String> hiding = new ArrayList<>(alsoHiding);
        for (Element style : page.select("style")) {
            hidingSelectors(style.data(), hiding);
        }
        long most = MOST_COMPARISONS / Math.max(1, page.getAllElements().size());
        for (String selector : hiding.stream().distinct().limit(most).toList()) {
            for (Element hidden : select(page, selector)) {
                // A line break hides no words; poems hide it where each line is a block of its own.
                if (!Set.of("body", "html", "br").contains(hidden.normalName())) {
                    hidden.remove();
                }
            }
        }
        page.select(NEVER_SHOWN).remove();
        for (Element styled : page.select("[style]")) {
            if (HIDING.matcher(styled.attr("style")).find()) {
                styled.remove();
            }
        }
    }

    /** What a style sheet's selector means; nothing if it speaks of states or needs a newer reader. */
    private static Elements select(Document page, String selector) {
        try {
            return page.select(selector);
        } catch (SelectorParseException | IllegalArgumentException e) {
            return new Elements();
        }
    }

    /** The selectors of the rules that hide, outside of blocks such as {@code @media}, which hold under conditions only. */
    static void hidingSelectors(String css, List<String> selectors) {
        int depth = 0;
        int ruleStart = 0;
        int bodyStart = 0;
        for (int i = 0; i < css.length(); i++) {
            char c = css.charAt(i);
            if (c == '{' && depth++ == 0) {
                bodyStart = i + 1;
            } else if (c == '}' && depth > 0 && --depth == 0) {
                String selector = css.substring(ruleStart, bodyStart - 1)
                        .replaceAll("/\\*[^*]*\\*+(?:[^/*][^*]*\\*+)*/", "")
                        .strip();
                if (!selector.startsWith("@")
                        && HIDING.matcher(css.substring(bodyStart, i)).find()) {
                    selectors.add(selector);
                }
                ruleStart = i + 1;
            }
        }
    }

    private static Element mainOf(Document page) {
        Element body = page.body();
        Elements candidates = body.select("main, [role=main]");
        if (candidates.isEmpty()) {
            candidates = body.select("article");
        }
        Element largest = candidates.stream()
                .max(Comparator.comparingInt(candidate -> candidate.text().length()))
                .orElse(body);
        // One of several articles is the page's only if it outweighs the rest.
        double least = candidates.size() > 1 ? 0.5 : LEAST_SHARE;
        if (largest.text().length() < least * body.text().length()) {
            return body;
        }
        Elements inner = largest.select("article");
        return inner.size() == 1
                        && inner.get(0).text().length() > largest.text().length() / 2
                ? inner.get(0)
                : largest;
    }

    /** What a browser would show of an element, with what it shows of its structure. */
    static ContentVisitor contentOf(SourceFile file, Element content) throws UnreadableArticleException {
        ContentVisitor visitor = new ContentVisitor(new GrowingText(file));
        gather(file, content, visitor);
        if (visitor.paragraphs.isEmpty()) {
            throw file.unreadable("has no text that a browser would show. If a script loads it, open the page in a "
                    + "browser, save it from there, or copy the text into a .txt file.");
        }
        return visitor;
    }

    /** Adds what a browser would show of an element to what a visitor has of others before it. */
    static void gather(SourceFile file, Element content, ContentVisitor visitor) throws UnreadableArticleException {
        try {
            content.traverse(visitor);
            visitor.flush();
        } catch (TooMuchText e) {
            throw file.tooLarge();
        }
    }

    static @Nullable String textOf(@Nullable Element element) {
        return element == null ? null : blankToNull(element.text());
    }

    static @Nullable String blankToNull(String text) {
        return NormalisedText.isBlank(text) ? null : text.strip();
    }

    /** Carries the limit through a visitor, which may throw nothing checked. */
    private static final class TooMuchText extends UncheckedIOException {

        private static final long serialVersionUID = 1;

        TooMuchText(UnreadableArticleException cause) {
            super(new IOException(cause));
        }
    }

    /** Collapses white space as a browser does and ends a paragraph wherever one ends on the screen. */
    static final class ContentVisitor implements NodeVisitor {

        private final GrowingText paragraphs;
        private final StringBuilder line = new StringBuilder();
        private final List<Outline.Entry> entries = new ArrayList<>();
        private final Deque<OpenElement> blocks = new ArrayDeque<>();
        private int lists;
        private int preformatted;
        private int rows;
        private boolean spacePending;

        ContentVisitor(GrowingText paragraphs) {
            this.paragraphs = paragraphs;
        }

        /** An element that gives what stands in it a role. */
        private record OpenElement(Element element, Outline.Role role, int level) {}

        /** What the paragraphs are; the reach of headings is not known yet. */
        List<Outline.Entry> outline() {
            return List.copyOf(entries);
        }

        boolean isEmpty() {
            return paragraphs.isEmpty();
        }

        /** The text that a browser would show. */
        String text() {
            return paragraphs.text();
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                Node parent = text.parent();
                Element raised = parent instanceof Element inside ? inside.closest("sup") : null;
                if (raised == null) {
                    append(text.getWholeText());
                } else if (text.equals(firstTextOf(raised))) {
                    append(RaisedText.of(line, raised.wholeText()));
                }
            } else if (node instanceof Element element) {
                String name = element.normalName();
                if (name.equals("br")) {
                    lineBreak();
                } else if (name.equals("td") || name.equals("th")) {
                    if (rows > 0 && element.previousElementSibling() != null) {
                        spacePending = false;
                        line.append(" | ");
                    }
                } else if (name.equals("q")) {
                    append("\u201C");
                } else if (startsParagraph(name)) {
                    flush();
                }
                preformatted += name.equals("pre") ? 1 : 0;
                rows += name.equals("tr") ? 1 : 0;
                open(element, name);
            }
        }

        private void open(Element element, String name) {
            lists += name.equals("ul") || name.equals("ol") ? 1 : 0;
            if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1)) && rows == 0) {
                blocks.push(new OpenElement(element, Outline.Role.HEADING, Character.digit(name.charAt(1), 10)));
            } else if (name.equals("dt")) {
                blocks.push(new OpenElement(element, Outline.Role.TERM, 1));
            } else if (name.equals("dd")) {
                blocks.push(new OpenElement(element, Outline.Role.DESCRIPTION, 1));
            } else if (name.equals("li") && lists > 0) {
                blocks.push(new OpenElement(element, Outline.Role.ITEM, lists));
            } else if (name.equals("pre")) {
                blocks.push(new OpenElement(element, Outline.Role.CODE, 1));
            } else if (name.equals("tr") && element.childrenSize() > 1) {
                boolean names = element.children().stream()
                                .allMatch(cell -> cell.normalName().equals("th"))
                        || element.parent() != null
                                && element.parent().normalName().equals("thead");
                blocks.push(new OpenElement(element, names ? Outline.Role.HEADER_ROW : Outline.Role.ROW, 1));
            }
        }

        private void close(Element element, String name) {
            lists -= name.equals("ul") || name.equals("ol") ? 1 : 0;
            OpenElement innermost = blocks.peek();
            if (innermost != null && innermost.element().equals(element)) {
                blocks.pop();
            }
            if (name.equals("table") || name.equals("dl")) {
                reach(name.equals("table") ? Outline.Role.HEADER_ROW : Outline.Role.TERM);
            } else if (name.equals("dt") || name.equals("tr")) {
                reachBefore(name.equals("dt") ? Outline.Role.TERM : Outline.Role.HEADER_ROW);
            }
        }

        /** What names the paragraphs up to here does so no further. */
        private void reach(Outline.Role role) {
            int end = paragraphs.length();
            for (int i = entries.size() - 1; i >= 0; i--) {
                Outline.Entry entry = entries.get(i);
                if (entry.role() == role && entry.reach() == entry.span().end()) {
                    entries.set(i, new Outline.Entry(role, entry.span(), entry.level(), Math.max(entry.reach(), end)));
                    if (role == Outline.Role.HEADER_ROW) {
                        return;
                    }
                } else if (entry.role() == role) {
                    return;
                }
            }
        }

        /** A new term, or a new header row, ends what the one before names, unless they stand right behind one another. */
        private void reachBefore(Outline.Role role) {
            if (entries.isEmpty() || entries.get(entries.size() - 1).role() != role) {
                return;
            }
            Outline.Entry last = entries.get(entries.size() - 1);
            for (int i = entries.size() - 2; i >= 0; i--) {
                Outline.Entry entry = entries.get(i);
                if (entry.role() != role) {
                    continue;
                }
                if (entry.reach() > entry.span().end()) {
                    return;
                }
                boolean isNeighbour = last.span().start() - entry.span().end() <= 2;
                if (!isNeighbour) {
                    entries.set(
                            i,
                            new Outline.Entry(
                                    role,
                                    entry.span(),
                                    entry.level(),
                                    Math.max(entry.reach(), last.span().start() - 1)));
                }
            }
        }

        private static @Nullable Node firstTextOf(Element element) {
            return element.nodeStream(TextNode.class).findFirst().orElse(null);
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.normalName();
                preformatted -= name.equals("pre") ? 1 : 0;
                rows -= name.equals("tr") ? 1 : 0;
                if (name.equals("q")) {
                    append("\u201D");
                } else if (name.equals("tr") || startsParagraph(name)) {
                    flush();
                }
                close(element, name);
            }
        }

        /** A paragraph within a table's cell does not break the row apart. */
        private boolean startsParagraph(String name) {
            if (rows > 0 && !name.equals("tr") && PARAGRAPHS.contains(name)) {
                spacePending = true;
                return false;
            }
            return PARAGRAPHS.contains(name);
        }

        private void lineBreak() {
            if (rows > 0) {
                spacePending = true;
            } else if (line.length() > 0 && line.charAt(line.length() - 1) == '\n') {
                flush();
            } else if (line.length() > 0) {
                spacePending = false;
                line.append('\n');
            }
        }

        private void append(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (preformatted > 0 && rows == 0) {
                    line.append(c);
                } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                    spacePending = true;
                } else {
                    if (spacePending && line.length() > 0 && !Character.isWhitespace(line.charAt(line.length() - 1))) {
                        line.append(' ');
                    }
                    spacePending = false;
                    line.append(c);
                }
            }
        }

        void flush() {
            try {
                String paragraph = line.toString();
                if (paragraph.chars().anyMatch(c -> c != '|' && c != ' ')) {
                    Span place = paragraphs.add(paragraph);
                    OpenElement block = blocks.peek();
                    if (block != null && place.length() > 0) {
                        entries.add(new Outline.Entry(block.role(), place, block.level(), place.end()));
                    }
                }
            } catch (UnreadableArticleException e) {
                throw new TooMuchText(e);
            }
            line.setLength(0);
            spacePending = false;
        }
    }
}
