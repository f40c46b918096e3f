package dev.footnote.reading;

import dev.footnote.article.Article;
import dev.footnote.passage.ArticleSentences;
import dev.footnote.passage.Sentence;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes questions that an article answers. A sentence is turned into a question by putting a question word in the place
 * of a name or a year, in the few ways that need no grammar beyond the words themselves; what is kept is decided by the
 * reader: only a question that it answers, surely, from the very sentence it was made of. Safe for use by several
 * threads.
 */
@Singleton
public class SuggestedQuestions {

    private static final int MOST_TRIED = 40;
    private static final int MOST_SENTENCES = 200;
    private static final int LONGEST = 80;
    private static final int FEWEST_WORDS = 4;

    private static final String NAME =
            "(?:The |the )?(?:[A-Z][\\w’'&.-]*|of the|of)(?: (?:[A-Z][\\w’'&.-]*|of the(?= [A-Z])|of(?= [A-Z])|al-\\w+|de(?= [A-Z])|van(?= [A-Z])|von(?= [A-Z]))){0,6}";

    /** Someone who does something: "Russia vetoed the latest resolution …". */
    private static final Pattern DOES = Pattern.compile("(?:^|, )(" + NAME
            + ") ((?:has |have |had )?(?:[a-z]+ly )?(?:[a-z]{2,}ed|gave|told|won|became|took|held|led|began|wrote|built|made"
            + "|found|sold|bought|sent|ran|beat|chose|drew|flew|paid|rose|spoke|taught) [^.;:]+)");

    /** Someone who says something. */
    private static final Pattern SAYS = Pattern.compile(
            "(" + NAME
                    + ")(?:, [^,]{3,60},)? (?:said|says|declared|noted|announced|claimed|warned|argued|added|stated)\\b(?! to\\b)");

    /** "X was founded in 1998". */
    private static final Pattern DONE_IN = Pattern.compile(
            "^(" + NAME
                    + ") (was|were) ((?:first |originally |officially )?[a-z]{2,}(?:ed|en|ilt|old|ade)(?: [a-z]+){0,3}?) in (?:\\w+ )?\\d{4}\\b");

    /** "X is a …". */
    private static final Pattern IS_A = Pattern.compile("^(" + NAME + ") (is|are) (?:a|an|the) [a-z][^.]{15,}");

    private static final Pattern ENDS_PHRASE = Pattern.compile(
            " (?:after|before|because|while|when|since|until|although|though|which|who|whose|that|if|as|by|during|prior|basing"
                    + "|in order|condemning|according)\\b|[,(\"“]");

    private static final Pattern POINTS_BACK = Pattern.compile(
            "\\b(?:he|she|it|they|him|her|them|his|its|their|this|that|these|those|we|us|our|i|my|you|your|there|here)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> NO_NAMES = Set.of(
            "The",
            "This",
            "That",
            "These",
            "Those",
            "He",
            "She",
            "It",
            "They",
            "We",
            "I",
            "You",
            "But",
            "And",
            "In",
            "On",
            "At",
            "As",
            "If",
            "When",
            "While",
            "After",
            "Before",
            "There",
            "Here",
            "However",
            "Moments",
            "Many",
            "Some",
            "Most",
            "For",
            "Since",
            "Although",
            "Then",
            "Also",
            "A",
            "An",
            "Its",
            "His",
            "Her",
            "Their",
            "Our",
            "Who",
            "What",
            "Where",
            "Why",
            "How",
            "So",
            "Or",
            "No",
            "Yes",
            "To",
            "From",
            "By",
            "With",
            "One",
            "Two");

    /** A question and the sentence that it was made of. */
    public record Suggestion(String question, Sentence sentence) {}

    /** Decides whether a question is answered, surely, from its sentence. */
    interface Judge {
        boolean answers(Suggestion suggestion);
    }

    /**
     * Questions that the article answers, at most so many and at most one a sentence, those of different kinds first.
     *
     * @param proposed by someone else; tried before those that are made here
     */
    List<String> of(Article article, List<Suggestion> proposed, int most, Judge judge) {
        List<String> kept = new ArrayList<>();
        Set<Sentence> used = new HashSet<>();
        Set<String> begun = new HashSet<>();
        int tried = 0;
        List<Suggestion> all = new ArrayList<>(proposed);
        all.addAll(inTurn(article));
        for (Suggestion suggestion : all) {
            if (kept.size() >= most || tried >= MOST_TRIED) {
                break;
            }
            if (used.contains(suggestion.sentence()) || !begun.add(beginning(suggestion.question()))) {
                continue;
            }
            tried++;
            if (judge.answers(suggestion)) {
                kept.add(suggestion.question());
                used.add(suggestion.sentence());
            } else {
                begun.remove(beginning(suggestion.question()));
            }
        }
        return kept;
    }

    /** All that can be made, one of each kind in turn, the short ones first. */
    private List<Suggestion> inTurn(Article article) {
        Map<String, List<Suggestion>> kinds = new LinkedHashMap<>();
        String text = article.text();
        ArticleSentences.of(article).stream()
                .limit(MOST_SENTENCES)
                .forEach(sentence -> make(sentence.span().of(text).replace('\n', ' '), sentence, kinds));
        List<Suggestion> turns = new ArrayList<>();
        kinds.values()
                .forEach(kind -> kind.sort(Comparator.comparingInt(
                        suggestion -> Math.abs(suggestion.question().length() - 40))));
        int longest = kinds.values().stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < longest; turn++) {
            for (List<Suggestion> kind : kinds.values()) {
                if (turn < kind.size()) {
                    turns.add(kind.get(turn));
                }
            }
        }
        return turns;
    }

    private static void make(String sentence, Sentence place, Map<String, List<Suggestion>> kinds) {
        Matcher does = DOES.matcher(sentence);
        if (does.find() && isName(does.group(1))) {
            add("who", "Who " + phrase(does.group(2)), place, kinds);
        }
        Matcher says = SAYS.matcher(sentence);
        if (says.find() && isName(says.group(1))) {
            String speaker = says.group(1);
            add("say", "What did " + speaker + " say", place, kinds);
        }
        Matcher done = DONE_IN.matcher(sentence);
        if (done.find() && isName(done.group(1))) {
            add(
                    "when",
                    "When " + done.group(2) + " " + lowerArticle(done.group(1)) + " " + done.group(3),
                    place,
                    kinds);
        }
        Matcher isA = IS_A.matcher(sentence);
        if (isA.find() && isName(isA.group(1))) {
            add("what", "What " + isA.group(2) + " " + lowerArticle(isA.group(1)), place, kinds);
        }
    }

    private static void add(String kind, String question, Sentence place, Map<String, List<Suggestion>> kinds) {
        String tidy = question.strip() + "?";
        boolean natural = tidy.length() <= LONGEST
                && tidy.split("\\s+").length >= (kind.equals("what") ? 3 : FEWEST_WORDS)
                && !POINTS_BACK.matcher(tidy).find();
        if (natural) {
            kinds.computeIfAbsent(kind, any -> new ArrayList<>()).add(new Suggestion(tidy, place));
        }
    }

    private static boolean isName(String words) {
        String bare = words.replaceFirst("^(?:The|the) ", "");
        String first = bare.split(" ", 2)[0];
        return Character.isUpperCase(first.codePointAt(0)) && !NO_NAMES.contains(first) && bare.length() > 1;
    }

    private static String lowerArticle(String name) {
        return name.startsWith("The ") ? "the " + name.substring(4) : name;
    }

    /** The first phrase of what was done, up to where another thought begins. */
    private static String phrase(String words) {
        Matcher end = ENDS_PHRASE.matcher(words);
        return (end.find() ? words.substring(0, end.start()) : words).strip();
    }

    private static String beginning(String question) {
        String[] words = question.split("\\s+", -1);
        return String.join(" ", List.of(words).subList(0, Math.min(3, words.length)));
    }
}
