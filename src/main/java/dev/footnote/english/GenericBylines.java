package dev.footnote.english;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What stands where an author's name belongs and names nobody: words for no name ("anonymous"), what content systems and
 * office programs write by default ("admin", "Windows User"), and the offices of a publisher ("Web Team"). Proper names are
 * no part of these lists, so that "Reuters Staff" stays.
 */
public final class GenericBylines {

    private static final Set<String> WORDS = WordClass.union(
            """
            anonymous unknown unnamed untitled none null undefined nil nobody n/a na tbd todo
            admin admins administrator root guest user users owner default system test demo example
            author authors writer writers editor editors editorial contributor contributors reporter reporters
            correspondent correspondents journalist blogger staff team desk newsroom news office department
            web website site webmaster online internet digital content media social press marketing communications
            communication publishing publisher support service info contact admin's editor's
            updated published posted modified created written date byline
            """,
            WordClass.ARTICLE,
            WordClass.PREPOSITION,
            WordClass.COORDINATOR,
            WordClass.FIRST_OR_SECOND_PERSON);

    /** Names that office programs give to whoever did not tell them one. */
    private static final Set<String> DEFAULT_NAMES =
            Set.of("windows user", "microsoft office user", "office user", "pc user");

    private GenericBylines() {}

    /** Whether a byline names nobody: every word of it could stand in any. */
    public static boolean isOne(String byline) {
        List<String> words = List.of(
                byline.toLowerCase(Locale.ROOT).replace('’', '\'').strip().split("[^\\p{L}\\p{M}\\p{N}/']+", -1));
        List<String> said = words.stream().filter(word -> !word.isEmpty()).toList();
        return WORDS.containsAll(said) || DEFAULT_NAMES.contains(String.join(" ", said));
    }
}
