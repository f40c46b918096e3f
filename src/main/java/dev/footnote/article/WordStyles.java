package dev.footnote.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What a Word document says of its paragraphs and runs, there or by the styles that they have. */
final class WordStyles {

    /** Headings deeper than in HTML count as those. */
    private static final int DEEPEST = 6;

    /** A style is seldom based on more than three others; in a damaged file on itself. */
    private static final int MOST_BASES = 12;

    private final XWPFDocument document;

    WordStyles(XWPFDocument document) {
        this.document = document;
    }

    boolean isHidden(Element run, Element paragraph) {
        return WordXml.isOn(property("vanish", run, paragraph));
    }

    boolean isRaised(Element run, Element paragraph) {
        return WordXml.valueOf(property("vertAlign", run, paragraph)).equals("superscript");
    }

    /** How deep a heading is, from 1; 0 for other paragraphs. Style ids are translated with Word; the names behind are not. */
    int headingLevel(Element paragraph) {
        String id = WordXml.valueOf(WordXml.child(WordXml.child(paragraph, "pPr"), "pStyle"));
        List<Element> styles = stylesFrom(id);
        int level = styles.isEmpty() ? levelOf(id) : 0;
        for (int i = 0; level == 0 && i < styles.size(); i++) {
            level = levelOf(WordXml.valueOf(WordXml.child(styles.get(i), "name")));
        }
        return level;
    }

    private static int levelOf(String styleName) {
        String name = styleName.toLowerCase(Locale.ROOT);
        if (name.equals("title")) {
            return 1;
        }
        return name.matches("heading ?[1-9]") ? Math.min(DEEPEST, name.charAt(name.length() - 1) - '0') : 0;
    }

    /** How deep an item of a list is, from 1; 0 for other paragraphs. */
    int listDepth(Element paragraph) {
        Element properties = WordXml.child(paragraph, "pPr");
        Element list = WordXml.child(properties, "numPr");
        List<Element> styles = stylesFrom(WordXml.valueOf(WordXml.child(properties, "pStyle")));
        for (int i = 0; list == null && i < styles.size(); i++) {
            list = WordXml.child(WordXml.child(styles.get(i), "pPr"), "numPr");
        }
        String number = WordXml.valueOf(WordXml.child(list, "numId"));
        if (number.isEmpty() || number.equals("0")) {
            return 0;
        }
        String depth = WordXml.valueOf(WordXml.child(list, "ilvl"));
        return depth.matches("[0-8]") ? depth.charAt(0) - '0' + 1 : 1;
    }

    /** As the run has it, else its style, else the paragraph's; null where none says anything. */
    private @Nullable Element property(String name, Element run, Element paragraph) {
        Element own = WordXml.child(run, "rPr");
        Element property = WordXml.child(own, name);
        List<Element> styles = new ArrayList<>(stylesFrom(WordXml.valueOf(WordXml.child(own, "rStyle"))));
        styles.addAll(stylesFrom(WordXml.valueOf(WordXml.child(WordXml.child(paragraph, "pPr"), "pStyle"))));
        for (int i = 0; property == null && i < styles.size(); i++) {
            property = WordXml.child(WordXml.child(styles.get(i), "rPr"), name);
        }
        return property;
    }

    /** A style and those it is based on, the nearest first; none where there is no such style. */
    private List<Element> stylesFrom(String id) {
        List<Element> styles = new ArrayList<>();
        String next = id;
        while (!next.isEmpty() && document.getStyles() != null && styles.size() < MOST_BASES) {
            XWPFStyle style = document.getStyles().getStyle(next);
            if (style == null || !(style.getCTStyle().getDomNode() instanceof Element element)) {
                break;
            }
            styles.add(element);
            next = WordXml.valueOf(WordXml.child(element, "basedOn"));
        }
        return styles;
    }
}
