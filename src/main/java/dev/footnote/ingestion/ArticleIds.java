package dev.footnote.ingestion;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Makes an article's id from its file's name. */
final class ArticleIds {

    private static final int LONGEST = 80;

    private ArticleIds() {}

    /**
     * A slug of the file's name without its ending: {@code a-z}, {@code 0-9}, {@code _} and {@code -}; with {@code -2},
     * {@code -3} … where it is taken.
     */
    static String of(String fileName, Predicate<String> isTaken) {
        String slug = slug(fileName);
        String id = slug;
        for (int number = 2; isTaken.test(id); number++) {
            id = slug + "-" + number;
        }
        return id;
    }

    private static String slug(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String slug = Normalizer.normalize(stem, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]+", "-")
                .replaceAll("^-|-$", "");
        slug = slug.substring(0, Math.min(LONGEST, slug.length())).replaceFirst("-$", "");
        return slug.isEmpty() ? "article" : slug;
    }
}
