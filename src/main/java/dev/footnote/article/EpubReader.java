package dev.footnote.article;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads books (.epub): their chapters, each of which is a web page, one after another in the order in which they are to be
 * read. The table of contents, which repeats their headings, is left out.
 */
final class EpubReader implements ArticleReader {

    private static final String CONTAINER = "META-INF/container.xml";
    private static final String ENCRYPTION = "META-INF/encryption.xml";

    /** The endings of names behind which no words are: they are counted, but not kept. */
    private static final Set<String> WORDLESS = Set.of(
            "jpg", "jpeg", "png", "gif", "svg", "webp", "bmp", "tif", "tiff", "ttf", "otf", "ttc", "woff", "woff2",
            "mp3", "mp4", "m4a", "m4v", "ogg", "oga", "ogv", "opus", "webm", "wav", "smil", "js", "pdf", "zip", "bin");

    /** Fonts may be scrambled, which protects no words. */
    private static final String SCRAMBLED = "idpf.org/2008/embedding|ns.adobe.com/pdf/enc#RC";

    private static final Set<String> CHAPTERS =
            Set.of("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document", "");

    private static final String CONTENTS = "nav, [epub:type=toc], [role=doc-toc], [epub:type=page-list]";

    @Override
    public Draft read(SourceFile file) throws UnreadableArticleException {
        Archive archive = new Archive(
                file,
                "Copy or download it once more, or mend it with Calibre or EPUBCheck.",
                "Convert it without its pictures, with Calibre for example, and add that.");
        Map<String, byte[]> parts = archive.read(EpubReader::mayHoldWords);
        String packagePath = packagePath(parts);
        byte[] packaged = packagePath == null ? null : parts.get(packagePath);
        if (packagePath == null || packaged == null) {
            throw file.unreadable(
                    "lists no chapters: the package file of the book is missing. Copy or download it once "
                            + "more, or mend it with Calibre or EPUBCheck.");
        }
        Document book = xml(file, packaged);
        List<String> chapters = chapters(book, packagePath);
        refuseProtected(file, parts, chapters);
        return draft(file, book, parts, chapters);
    }

    private static Draft draft(SourceFile file, Document book, Map<String, byte[]> parts, List<String> chapters)
            throws UnreadableArticleException {
        HtmlReader.ContentVisitor content = new HtmlReader.ContentVisitor(new GrowingText(file));
        Map<String, List<String>> hiding = new HashMap<>();
        String heading = null;
        int lost = 0;
        for (String chapter : chapters) {
            Document page = page(file, parts.get(chapter));
            Element body = page == null ? null : page.selectFirst("body, book");
            if (page == null || body == null) {
                lost++;
                continue;
            }
            HtmlReader.removeHidden(page, hidingSelectors(page, chapter, parts, hiding));
            body.select(CONTENTS).remove();
            heading = heading == null ? HtmlReader.textOf(body.selectFirst("h1, h2, h3")) : heading;
            HtmlReader.gather(file, body, content);
        }
        if (content.isEmpty()) {
            throw file.unreadable(
                    lost > 0
                            ? "has no chapter that can be read: they are missing or damaged. Copy or download it once "
                                    + "more, or mend it with Calibre or EPUBCheck."
                            : "has no text in it. If its pages are pictures of text, run text recognition (OCR) over it "
                                    + "and add the result.");
        }
        String title = said(book, "title");
        return new Draft(
                content.text(),
                "application/epub+zip",
                // The first heading is that of the first chapter.
                title == null ? heading : null,
                title,
                null,
                metadataOf(book),
                List.of(),
                lost == 0
                        ? List.of()
                        : List.of(lost + " of the book's " + chapters.size()
                                + " parts are missing or damaged; they are left out."),
                content.outline());
    }

    private static boolean mayHoldWords(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !WORDLESS.contains(ending);
    }

    private static @Nullable String packagePath(Map<String, byte[]> parts) {
        byte[] container = parts.get(CONTAINER);
        Element root = container == null
                ? null
                : Jsoup.parse(new String(container, StandardCharsets.UTF_8), "", Parser.xmlParser())
                        .selectFirst("*|rootfile[full-path], rootfile[full-path]");
        if (root != null && parts.containsKey(root.attr("full-path"))) {
            return root.attr("full-path");
        }
        return parts.keySet().stream()
                .filter(name -> name.endsWith(".opf"))
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private static Document xml(SourceFile file, byte[] content) throws UnreadableArticleException {
        String text = TextDecoder.decode(new SourceFile(file.name(), content, file.maxText()), null)
                .text();
        return Jsoup.parse(text, "", Parser.xmlParser());
    }

    /** The paths of the chapters in the order of reading; what stands beside it, such as notes, comes last. */
    private static List<String> chapters(Document book, String packagePath) {
        Map<String, Element> manifest = new LinkedHashMap<>();
        for (Element item : named(book, "item")) {
            manifest.putIfAbsent(item.attr("id"), item);
        }
        Set<String> contents = new HashSet<>();
        for (Element reference : named(book, "reference")) {
            if (reference.attr("type").equalsIgnoreCase("toc")) {
                contents.add(resolved(packagePath, reference.attr("href")));
            }
        }
        List<String> chapters = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        for (Element reference : named(book, "itemref")) {
            Element item = manifest.get(reference.attr("idref"));
            if (item == null
                    || Set.of(item.attr("properties").split(" ", -1)).contains("nav")
                    || !CHAPTERS.contains(item.attr("media-type"))) {
                continue;
            }
            String path = resolved(packagePath, item.attr("href"));
            if (!contents.contains(path) && !chapters.contains(path) && !beside.contains(path)) {
                (reference.attr("linear").equals("no") ? beside : chapters).add(path);
            }
        }
        chapters.addAll(beside);
        return chapters;
    }

    private static List<Element> named(Document xml, String name) {
        return xml.getAllElements().stream()
                .filter(element -> localName(element).equals(name))
                .collect(Collectors.toList());
    }

    private static String localName(Element element) {
        String name = element.normalName();
        return name.substring(name.indexOf(':') + 1);
    }

    private static void refuseProtected(SourceFile file, Map<String, byte[]> parts, List<String> chapters)
            throws UnreadableArticleException {
        byte[] encryption = parts.get(ENCRYPTION);
        if (encryption == null) {
            return;
        }
        for (Element data : named(xml(file, encryption), "encrypteddata")) {
            boolean isFont = data.getAllElements().stream()
                    .filter(element -> localName(element).equals("encryptionmethod"))
                    .anyMatch(method -> method.attr("Algorithm").matches(".*(?:" + SCRAMBLED + ").*"));
            boolean isChapter = data.getAllElements().stream()
                    .filter(element -> localName(element).equals("cipherreference"))
                    .anyMatch(reference -> chapters.contains(resolved("", reference.attr("URI"))));
            if (isChapter && !isFont) {
                throw file.unreadable("is protected against copying (DRM), so its text cannot be read. "
                        + "Add a copy without protection, if you may make one.");
            }
        }
    }

    /**
     * A chapter as a tree; null where it is missing or no text. Chapters are XML, in which elements may end where they begin;
     * those that are not are read as any web page.
     */
    private static @Nullable Document page(SourceFile file, byte @Nullable [] content) {
        if (content == null || content.length == 0) {
            return null;
        }
        String text;
        try {
            text = TextDecoder.decode(
                            new SourceFile(file.name(), content, file.maxText()), HtmlReader.declaredCharset(content))
                    .text();
        } catch (UnreadableArticleException e) {
            return null;
        }
        Document page = Jsoup.parse(text, "", Parser.xmlParser());
        if (page.selectFirst("body, book") == null) {
            return Jsoup.parse(text);
        }
        for (Element data : page.select("style, script")) {
            String inner = data.wholeText();
            data.empty().appendChild(new DataNode(inner));
        }
        return page;
    }

    /** The selectors of the rules that hide, of the style sheets that a chapter names. */
    private static List<String> hidingSelectors(
            Document page, String chapter, Map<String, byte[]> parts, Map<String, List<String>> known) {
        List<String> selectors = new ArrayList<>();
        for (Element link : page.select("link[rel=stylesheet]")) {
            selectors.addAll(known.computeIfAbsent(resolved(chapter, link.attr("href")), path -> {
                List<String> hiding = new ArrayList<>();
                byte[] css = parts.get(path);
                if (css != null) {
                    HtmlReader.hidingSelectors(new String(css, StandardCharsets.UTF_8), hiding);
                }
                return hiding;
            }));
        }
        return selectors;
    }

    private static Metadata metadataOf(Document book) {
        String authors = named(book, "creator").stream()
                .map(Element::text)
                .filter(name -> !name.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Metadata(HtmlReader.blankToNull(authors), said(book, "date"), said(book, "source"));
    }

    private static @Nullable String said(Document book, String name) {
        return named(book, name).stream()
                .filter(element -> element.normalName().startsWith("dc:"))
                .map(Element::text)
                .map(HtmlReader::blankToNull)
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }

    /** The path within the archive of what one of its files refers to. */
    private static String resolved(String from, String reference) {
        String path = reference.replaceFirst("#.*$", "");
        try {
            path = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Its percent signs are meant as they are.
        }
        Deque<String> steps = new ArrayDeque<>();
        String folder = path.startsWith("/") ? "" : from.substring(0, from.lastIndexOf('/') + 1);
        for (String step : (folder + path).split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}
