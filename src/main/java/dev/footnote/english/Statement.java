package dev.footnote.english;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes a statement of a question and its answer: "Who won the cup?" and "Lund" become "Lund won the cup." It looks
 * at the place of question word and auxiliary alone, so some statements are not good English: good enough to fit and
 * measure on, not to be shown.
 */
public final class Statement {

    private static final Set<String> ASKING = Set.of("who", "what", "which", "when", "where", "how", "whom", "whose");
    private static final Set<String> BEING = Set.of("is", "are", "was", "were");
    private static final Set<String> DOING = Set.of("do", "does", "did");
    private static final Set<String> HELPING = WordClass.union("has have had", WordClass.MODAL);
    private static final Set<String> DETERMINERS = WordClass.union(
            "he she it they we you i there some any all each every most many " + String.join(" ", Determiners.ALL));
    private static final Pattern PARTICIPLE =
            Pattern.compile("^(?!need|indeed|speed)\\w{2,}(?:ed|ing|own|ought|aught|ept|ung|uilt|ade)");
    private static final int LATEST_ASKING = 3;

    private Statement() {}

    /** Empty where the question has a form that cannot be turned. */
    public static Optional<String> of(String question, String answer) {
        List<String> words = Arrays.asList(
                question.strip().replaceFirst("(?<![\\s?.!])[\\s?.!]+$", "").split("\\s+"));
        int asking = 0;
        while (asking < words.size() && !ASKING.contains(lower(words, asking))) {
            asking++;
        }
        if (asking > LATEST_ASKING || asking + 2 >= words.size()) {
            return Optional.empty();
        }
        String lead = String.join(" ", words.subList(0, asking));
        int auxiliary = asking + 1;
        while (auxiliary < words.size() && !isAuxiliary(lower(words, auxiliary))) {
            auxiliary++;
        }
        String said = answer.strip().replaceFirst("(?<![.,;])[.,;]+$", "");
        boolean bare = Set.of("who", "what", "which").contains(lower(words, asking));
        if (auxiliary >= words.size() - 1 || auxiliary > asking + 5) {
            return bare && !lower(words, asking).equals("which") && lead.isEmpty()
                    ? Optional.of(sentence(said, join(words, asking + 1)))
                    : Optional.empty();
        }
        String noun = join(words.subList(asking + 1, auxiliary), 0);
        if (lower(words, asking).equals("who") && auxiliary > asking + 1) {
            return lead.isEmpty() ? Optional.of(sentence(said, join(words, asking + 1))) : Optional.empty();
        }
        if (lower(words, asking).equals("how") && !noun.matches("(?i)(?:many|much)\\b.*|")) {
            return Optional.empty();
        }
        String counted = noun.replaceFirst("(?i)^(?:many|much)\\s*", "");
        boolean counts = !noun.equals(counted) && !counted.isEmpty() && said.matches("[\\d.,]+|\\p{L}+");
        String object = counts ? said + " " + counted : said;
        List<String> rest = words.subList(auxiliary + 1, words.size());
        String verb = words.get(auxiliary);
        if (DOING.contains(lower(words, auxiliary))) {
            return Optional.of(sentence(join(rest, 0), lead, object));
        }
        if (!isNounFirst(rest) && lead.isEmpty()) {
            return Optional.of(sentence(object, verb, join(rest, 0)));
        }
        return Optional.of(withVerb(rest, verb, lead, object));
    }

    private static String withVerb(List<String> rest, String verb, String lead, String object) {
        for (int at = 1; at < rest.size(); at++) {
            if (PARTICIPLE.matcher(rest.get(at)).matches()
                    && !DETERMINERS.contains(rest.get(at - 1).toLowerCase(Locale.ROOT))) {
                return sentence(join(rest.subList(0, at), 0), verb, join(rest, at), lead, object);
            }
        }
        if (HELPING.contains(verb.toLowerCase(Locale.ROOT))) {
            return sentence(join(rest, 0), lead, object);
        }
        return sentence(join(rest, 0), verb, lead, object);
    }

    /** "was the tower built" against "was elected president". */
    private static boolean isNounFirst(List<String> rest) {
        String first = rest.get(0);
        return DETERMINERS.contains(first.toLowerCase(Locale.ROOT))
                || Character.isUpperCase(first.charAt(0))
                || !PARTICIPLE.matcher(first).matches()
                        && rest.stream()
                                .skip(1)
                                .anyMatch(word -> PARTICIPLE.matcher(word).matches());
    }

    private static boolean isAuxiliary(String word) {
        return BEING.contains(word) || DOING.contains(word) || HELPING.contains(word);
    }

    private static String sentence(String... parts) {
        List<String> said = new ArrayList<>();
        for (String part : parts) {
            if (!part.isBlank()) {
                said.add(part.strip());
            }
        }
        String joined = String.join(" ", said);
        return Character.toUpperCase(joined.charAt(0)) + joined.substring(1) + ".";
    }

    private static String join(List<String> words, int from) {
        return String.join(" ", words.subList(from, words.size()));
    }

    private static String lower(List<String> words, int at) {
        return words.get(at).toLowerCase(Locale.ROOT);
    }
}
