package dev.footnote.article;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a paragraph of a Word document shows.
 *
 * @param text its words, lines parted by {@code \n}
 * @param boxes the text boxes that hang on it
 * @param hasFormulas whether formulas stand in it, which are not part of the text
 */
record WordWords(String text, List<Element> boxes, boolean hasFormulas) {

    WordWords {
        boxes = List.copyOf(boxes);
    }

    /** @param begun what stands before it in the same line */
    static WordWords of(Element paragraph, String begun, WordStyles styles) {
        Line line = new Line(begun);
        for (Element part : WordXml.shownIn(paragraph)) {
            if (WordXml.isFormula(part)) {
                line.endRaised();
                line.hasFormulas = true;
            } else if (WordXml.is(part, "r") && !styles.isHidden(part, paragraph)) {
                line.addRun(part, styles.isRaised(part, paragraph));
            }
        }
        line.endRaised();
        return new WordWords(line.text.toString(), line.boxes, line.hasFormulas);
    }

    /** A paragraph as it grows. */
    private static final class Line {

        private final StringBuilder text;
        private final List<Element> boxes = new ArrayList<>();
        private boolean hasFormulas;

        /** Raised text that may go on: Word parts runs wherever somebody has typed. */
        private final StringBuilder raised = new StringBuilder();

        Line(String begun) {
            text = new StringBuilder(begun);
        }

        void addRun(Element run, boolean isRaised) {
            StringBuilder words = new StringBuilder();
            addWords(run, words);
            if (isRaised) {
                raised.append(words);
            } else if (words.length() > 0) {
                endRaised();
                text.append(words);
            }
        }

        void endRaised() {
            text.append(RaisedText.of(text, raised.toString()));
            raised.setLength(0);
        }

        /** Deleted text, codes of fields and references to notes are not words. */
        private void addWords(Element run, StringBuilder words) {
            for (Element part : WordXml.childrenOf(run)) {
                if (WordXml.is(part, "t")) {
                    for (Node child = part.getFirstChild(); child != null; child = child.getNextSibling()) {
                        words.append(child.getNodeValue() == null ? "" : child.getNodeValue());
                    }
                } else if (WordXml.is(part, "tab") || WordXml.is(part, "ptab")) {
                    words.append('\t');
                } else if (WordXml.is(part, "br") || WordXml.is(part, "cr")) {
                    words.append('\n');
                } else if (WordXml.is(part, "noBreakHyphen")) {
                    words.append('-');
                } else if (WordXml.is(part, "ruby")) {
                    addBase(part, words);
                } else if (WordXml.isAlternative(part)) {
                    addFirstKnown(part, words);
                } else if (WordXml.is(part, "drawing") || WordXml.is(part, "pict") || WordXml.is(part, "object")) {
                    boxes.addAll(WordXml.boxesIn(part));
                    hasFormulas |= isEquation(part);
                }
            }
        }

        private void addFirstKnown(Element alternatives, StringBuilder words) {
            int before = words.length() + boxes.size();
            for (Element alternative : WordXml.childrenOf(alternatives)) {
                if (words.length() + boxes.size() == before) {
                    addWords(alternative, words);
                }
            }
        }

        /** The text below the small signs that tell how it is spoken. */
        private void addBase(Element ruby, StringBuilder words) {
            Element base = WordXml.child(ruby, "rubyBase");
            if (base != null) {
                for (Element run : WordXml.shownIn(base)) {
                    addWords(run, words);
                }
            }
        }

        /** Older files hold formulas as objects of another program. */
        private static boolean isEquation(Element object) {
            return WordXml.childrenOf(object).stream()
                    .anyMatch(child -> "OLEObject".equals(child.getLocalName())
                            && child.getAttribute("ProgID").startsWith("Equation"));
        }
    }
}
