package dev.footnote.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The elements of a Word document as they nest, apart from what only wraps others and from what was deleted. */
final class WordXml {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    /** What stands around paragraphs, tables, rows, cells or runs and shows them. */
    private static final Set<String> WRAPPERS = Set.of(
            "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo");

    private WordXml() {}

    /** Whether it is an element of that name of Word's own. */
    static boolean is(Element element, String name) {
        return WORD.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    static boolean isFormula(Element element) {
        return MATH.equals(element.getNamespaceURI());
    }

    /** What stands right within an element, in order: out of its wrappers, and without what was deleted or moved away. */
    static List<Element> shownIn(Node parent) {
        List<Element> shown = new ArrayList<>();
        addShown(parent, shown);
        return shown;
    }

    private static void addShown(Node parent, List<Element> shown) {
        for (Element child : childrenOf(parent)) {
            if (isAlternative(child)) {
                addShown(firstOf(child), shown);
            } else if (WORD.equals(child.getNamespaceURI()) && WRAPPERS.contains(child.getLocalName())) {
                addShown(child, shown);
            } else if (!is(child, "del") && !is(child, "moveFrom")) {
                shown.add(child);
            }
        }
    }

    /** The cells of each row that is neither deleted nor hidden. */
    static List<List<Element>> rowsOf(Element table) {
        List<List<Element>> rows = new ArrayList<>();
        for (Element row : shownIn(table)) {
            Element properties = child(row, "trPr");
            if (is(row, "tr") && child(properties, "del") == null && !isOn(child(properties, "hidden"))) {
                rows.add(shownIn(row).stream().filter(cell -> is(cell, "tc")).toList());
            }
        }
        return rows;
    }

    /** The text boxes that are drawn in an element, but for those within another one. */
    static List<Element> boxesIn(Element drawn) {
        List<Element> boxes = new ArrayList<>();
        addBoxes(drawn, boxes);
        return boxes;
    }

    private static void addBoxes(Node drawn, List<Element> boxes) {
        for (Element child : childrenOf(drawn)) {
            if (is(child, "txbxContent")) {
                boxes.add(child);
            } else {
                addBoxes(isAlternative(child) ? firstOf(child) : child, boxes);
            }
        }
    }

    /** Files say things in several ways, of which programs take the first that they know. */
    static boolean isAlternative(Element element) {
        return "AlternateContent".equals(element.getLocalName());
    }

    private static Node firstOf(Element alternatives) {
        List<Element> all = childrenOf(alternatives);
        return all.isEmpty() ? alternatives : all.get(0);
    }

    /** Whether the mark that ends a paragraph was deleted, so that the next one goes on where it stopped. */
    static boolean endIsDeleted(Element paragraph) {
        Element mark = child(child(paragraph, "pPr"), "rPr");
        return child(mark, "del") != null || child(mark, "moveFrom") != null;
    }

    static List<Element> childrenOf(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The first element of that name right within another one, null if there is none. */
    static @Nullable Element child(@Nullable Element parent, String name) {
        if (parent == null) {
            return null;
        }
        return childrenOf(parent).stream()
                .filter(child -> is(child, name))
                .findFirst()
                .orElse(null);
    }

    /** The value of a property, empty where it has none or there is no property. */
    static String valueOf(@Nullable Element property) {
        return property == null ? "" : property.getAttributeNS(WORD, "val");
    }

    /** Whether a property that is on or off is there and on. */
    static boolean isOn(@Nullable Element property) {
        return property != null && !Set.of("0", "false", "off").contains(valueOf(property));
    }
}
