package dev.footnote.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Paragraphs that are one thing on the page: a list, a table, or a paragraph alone.
 *
 * @param kind {@code prose}, {@code heading}, {@code code}, {@code list}, {@code table} or {@code terms}
 * @param paragraphs in their order, one at least
 */
record Block(String kind, List<Paragraph> paragraphs) {

    Block {
        paragraphs = List.copyOf(paragraphs);
        if (paragraphs.isEmpty()) {
            throw new IllegalArgumentException("A block holds a paragraph");
        }
    }

    /** Consecutive items are a list, consecutive rows a table; another header row begins another table. */
    static List<Block> of(List<Paragraph> paragraphs) {
        List<Block> blocks = new ArrayList<>();
        List<Paragraph> open = new ArrayList<>();
        String kind = "";
        for (Paragraph paragraph : paragraphs) {
            String next = kindOf(paragraph);
            boolean isAlone = next.equals("prose") || next.equals("heading") || next.equals("code");
            if (!open.isEmpty() && (isAlone || !next.equals(kind) || paragraph.isHeaderRow())) {
                blocks.add(new Block(kind, open));
                open = new ArrayList<>();
            }
            kind = next;
            open.add(paragraph);
        }
        if (!open.isEmpty()) {
            blocks.add(new Block(kind, open));
        }
        return blocks;
    }

    private static String kindOf(Paragraph paragraph) {
        return switch (paragraph.style()) {
            case "heading", "title" -> "heading";
            case "code" -> "code";
            case "item" -> "list";
            case "header-row", "row", "rule" -> "table";
            case "term", "description" -> "terms";
            default -> "prose";
        };
    }

    /** The paragraph, of a block that is one. */
    public Paragraph first() {
        return paragraphs.get(0);
    }
}
