package dev.footnote.english;

import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes sentences that contradict a sentence by changing one thing in it (a word for its contrary, a verb or a unit
 * for another, its negation, its end), and sentences that say less of the same. It looks at the words alone, so some
 * are not good English.
 */
public final class SentenceChanges {

    private static final Set<String> LEADS_ADJUNCT =
            WordClass.union("in at on after before during because for with near under");

    private static final List<List<String>> UNITS = List.of(
            List.of("minutes", "hours", "days", "weeks", "months", "years", "decades"),
            List.of("centimetres", "metres", "kilometres", "miles", "feet"),
            List.of("percent", "degrees", "euros", "dollars", "tonnes", "points"),
            List.of("grams", "kilograms", "tonnes", "litres"),
            List.of("hundred", "thousand", "million", "billion"));

    private static final List<String> OPEN = List.of(
            "It is unclear whether %s.",
            "Nobody could say if %s.",
            "A rumour that %s turned out to be false.",
            "The spokesman denied that %s.",
            "Asked whether %s, she gave no answer.",
            "They will decide next week whether %s.",
            "If %s, the plan has to be changed.");

    private static final List<String> REPORTED = List.of(
            "The spokesman confirmed that %s.",
            "It turned out that %s.",
            "The report points out that %s, among other things.",
            "She was pleased because %s.");

    private static final int LONGEST_ADJUNCT = 8;
    private static final int FEWEST_WORDS = 5;
    private static final int LONGEST_WHO = 7;

    private static final Pattern NOT = Pattern.compile(" (?:not|never)(?= )|(?<=[a-z])n['’]t(?= )|(?<=\\bcan)not(?= )");

    /** What is left of an auxiliary whose negation is contracted and whose end went with it, and the auxiliary. */
    private static final Map<String, String> CUT_AUXILIARIES = Map.of("wo", "will", "ca", "can", "sha", "shall");

    private static final Pattern DENIABLE = Pattern.compile(
            "\\b(is|are|was|were|has|have|had|can|could|will|would|may|might|should|must)\\b (?!not\\b|no\\b)");

    private SentenceChanges() {}

    /** With a word's contrary in its place, for up to two words. */
    public static List<String> opposite(String sentence, Random random) {
        List<String> changed = new ArrayList<>();
        for (Word word : Word.of(sentence)) {
            List<String> contrary =
                    Opposites.inPlaceOf(word.key()).stream().sorted().toList();
            if (!contrary.isEmpty() && !(word.isCapital() && !word.opens())) {
                changed.add(replace(sentence, word.span(), contrary.get(random.nextInt(contrary.size()))));
            }
        }
        while (changed.size() > 2) {
            changed.remove(random.nextInt(changed.size()));
        }
        return changed;
    }

    /** With another verb of the past in a verb's place. */
    public static Optional<String> verb(String sentence, Collection<String> verbs, Random random) {
        List<Word> words = Word.of(sentence);
        for (Word word : words) {
            if (isVerb(word)) {
                List<String> others = verbs.stream()
                        .filter(each ->
                                words.stream().noneMatch(other -> other.key().equals(each)))
                        .toList();
                if (!others.isEmpty()) {
                    return Optional.of(replace(sentence, word.span(), others.get(random.nextInt(others.size()))));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a word is the past of a verb, as far as it tells. */
    public static boolean isVerb(Word word) {
        return !word.isLight()
                && !word.isCapital()
                && BareVerbs.ofPast(word.key()).isPresent();
    }

    /** Denied where it was stated, and stated where it was denied. */
    public static Optional<String> negation(String sentence) {
        Matcher not = NOT.matcher(sentence);
        if (not.find()) {
            return Optional.of(affirmed(sentence.substring(0, not.start())) + sentence.substring(not.end()));
        }
        List<Word> words = Word.of(sentence);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean stands = i > 0 && !words.get(i - 1).isLight()
                    || i > 0 && WordClass.THIRD_PERSON.contains(words.get(i - 1).key());
            if (isAuxiliary(word.key())) {
                break;
            }
            if (stands && isVerb(word)) {
                return Optional.of(replace(
                        sentence,
                        word.span(),
                        "did not " + BareVerbs.ofPast(word.key()).orElse(word.key())));
            }
        }
        Matcher deniable = DENIABLE.matcher(sentence);
        return deniable.find()
                ? Optional.of(sentence.substring(0, deniable.end(1)) + " not" + sentence.substring(deniable.end(1)))
                : Optional.empty();
    }

    /** A sentence up to its auxiliary, which is whole again: "will" of "won't". */
    private static String affirmed(String beginning) {
        int last = beginning.lastIndexOf(' ') + 1;
        String auxiliary = beginning.substring(last);
        String whole = CUT_AUXILIARIES.getOrDefault(auxiliary.toLowerCase(Locale.ROOT), auxiliary);
        return beginning.substring(0, last)
                + (Character.isUpperCase(auxiliary.charAt(0)) ? StandaloneWords.capitalised(whole) : whole);
    }

    /** With another unit or scale behind a number. */
    public static Optional<String> unit(String sentence, Random random) {
        List<Word> words = Word.of(sentence);
        for (int i = 1; i < words.size(); i++) {
            String key = words.get(i).key();
            if (!Measures.isNumber(words.get(i - 1).key())
                    && !Measures.isScale(words.get(i - 1).key())) {
                continue;
            }
            for (List<String> units : UNITS) {
                boolean known = units.stream().anyMatch(unit -> unit.equals(key) || unit.equals(key + "s"));
                if (known) {
                    List<String> others = units.stream()
                            .filter(unit -> !unit.equals(key) && !unit.equals(key + "s"))
                            .toList();
                    return Optional.of(
                            replace(sentence, words.get(i).span(), others.get(random.nextInt(others.size()))));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * What becomes of a sentence in which somebody did something to somebody.
     *
     * @param wrong with both in each other's place
     * @param right the same in the passive, where the verb is a regular one
     */
    public record Turned(List<String> wrong, List<String> right) {
        public Turned {
            wrong = List.copyOf(wrong);
            right = List.copyOf(right);
        }
    }

    /** Empty where the sentence does not begin with who, a verb of the past and whom. */
    public static Optional<Turned> turned(String sentence) {
        List<Word> words = Word.of(sentence);
        int verb = 0;
        while (verb < words.size() && !isVerb(words.get(verb))) {
            verb++;
        }
        if (verb == 0
                || verb > LONGEST_WHO
                || verb + 1 >= words.size()
                || words.get(verb).clause() != words.get(0).clause()
                || words.get(verb - 1).isLight()
                || words.get(0).isLight()
                        && !WordClass.ARTICLE.contains(words.get(0).key())
                || words.subList(0, verb).stream().anyMatch(word -> isAuxiliary(word.key()))) {
            return Optional.empty();
        }
        int end = verb + 1;
        if (WordClass.ARTICLE.contains(words.get(end).key())) {
            end++;
        }
        int noun = end;
        while (end < words.size()
                && !words.get(end).isLight()
                && !words.get(end).key().endsWith("ly")
                && words.get(end).clause() == words.get(verb).clause()
                && words.get(end).span().start() - words.get(end - 1).span().end() == 1) {
            end++;
        }
        if (end <= noun) {
            return Optional.empty();
        }
        String who = sentence.substring(0, words.get(verb - 1).span().end());
        String inside = words.get(0).isLight() ? Character.toLowerCase(who.charAt(0)) + who.substring(1) : who;
        String did = words.get(verb).span().of(sentence);
        String whom = sentence.substring(
                words.get(verb + 1).span().start(), words.get(end - 1).span().end());
        String opening = Character.toUpperCase(whom.charAt(0)) + whom.substring(1);
        String rest = sentence.substring(words.get(end - 1).span().end());
        List<String> wrong = new ArrayList<>(List.of(opening + " " + did + " " + inside + rest));
        List<String> right = new ArrayList<>();
        if (did.endsWith("ed")) {
            right.add(opening + (whom.endsWith("s") ? " were " : " was ") + did + " by " + inside + rest);
            wrong.add(who + " was " + did + " by " + whom + rest);
        }
        return Optional.of(new Turned(wrong, right));
    }

    private static boolean isAuxiliary(String key) {
        return WordClass.BE.contains(key) || WordClass.HAVE.contains(key) || WordClass.MODAL.contains(key);
    }

    /** With two numbers in each other's place. */
    public static Optional<String> numbersSwapped(String sentence) {
        List<Term> numbers = Terms.of(sentence).stream()
                .filter(term -> term.kind() == Term.TermKind.NUMBER)
                .toList();
        if (numbers.size() < 2 || numbers.get(0).value().equals(numbers.get(1).value())) {
            return Optional.empty();
        }
        Span first = numbers.get(0).span();
        Span second = numbers.get(1).span();
        return Optional.of(sentence.substring(0, first.start())
                + second.of(sentence)
                + sentence.substring(first.end(), second.start())
                + first.of(sentence)
                + sentence.substring(second.end()));
    }

    /** With the end of another sentence, from a preposition on, behind its own. */
    public static Optional<String> added(String sentence, String other) {
        List<Word> words = Word.of(other);
        for (int i = words.size() - 3; i > words.size() - LONGEST_ADJUNCT && i > 1; i--) {
            if (LEADS_ADJUNCT.contains(words.get(i).key())) {
                String end = other.substring(
                        words.get(i).span().start(),
                        words.get(words.size() - 1).span().end());
                return hasAny(end, ",;:\"“”()") ? Optional.empty() : Optional.of(bare(sentence) + " " + end + ".");
            }
        }
        return Optional.empty();
    }

    /** A sentence that leaves open, or denies, what this one says. Empty where it cannot stand inside another. */
    public static Optional<String> open(String sentence, Random random) {
        return inside(sentence).map(each -> String.format(OPEN.get(random.nextInt(OPEN.size())), each));
    }

    /** A sentence that says what this one says, and more. */
    public static Optional<String> reported(String sentence, Random random) {
        return inside(sentence).map(each -> String.format(REPORTED.get(random.nextInt(REPORTED.size())), each));
    }

    private static Optional<String> inside(String sentence) {
        List<Word> words = Word.of(sentence);
        if (words.size() < FEWEST_WORDS
                || words.size() > 25
                || hasAny(sentence, "\"“”:;?!%")
                || !sentence.endsWith(".")) {
            return Optional.empty();
        }
        String plain = bare(sentence);
        return Optional.of(
                words.get(0).isLight() ? Character.toLowerCase(plain.charAt(0)) + plain.substring(1) : plain);
    }

    private static boolean hasAny(String text, String characters) {
        return text.chars().anyMatch(character -> characters.indexOf(character) >= 0);
    }

    /** The sentence without what a comma parts from its end, or without its last adjunct. */
    public static Optional<String> shortened(String sentence) {
        if (hasAny(sentence, "\"“”:;()?")) {
            return Optional.empty();
        }
        List<Word> words = Word.of(sentence);
        if (words.isEmpty() || WordClass.SUBORDINATOR.contains(words.get(0).key())) {
            return Optional.empty();
        }
        for (int i = words.size() - 2; i >= FEWEST_WORDS; i--) {
            Word word = words.get(i);
            boolean parted = word.clause() != words.get(i - 1).clause();
            boolean ends = parted && (word.isLight() || word.key().endsWith("ing"));
            boolean adjunct = Set.of("in", "at", "during").contains(word.key())
                    && !words.get(i - 1).isLight()
                    && words.get(i - 1).clause() == word.clause();
            if ((ends || adjunct) && isWhole(words.subList(0, i))) {
                return Optional.of(sentence.substring(0, words.get(i - 1).span().end()) + ".");
            }
        }
        return Optional.empty();
    }

    private static boolean isWhole(List<Word> words) {
        return words.stream().anyMatch(word -> isVerb(word) || isAuxiliary(word.key()))
                && words.stream().noneMatch(word -> Set.of("if", "unless", "not", "no", "either", "neither")
                        .contains(word.key()))
                && words.stream().map(Word::clause).distinct().count() == 1;
    }

    private static String bare(String sentence) {
        String bare = sentence.strip();
        int end = bare.length();
        while (end > 0 && ".!?…".indexOf(bare.charAt(end - 1)) >= 0) {
            end--;
        }
        return bare.substring(0, end);
    }

    private static String replace(String sentence, Span span, String by) {
        String written = Character.isUpperCase(sentence.charAt(span.start()))
                ? Character.toUpperCase(by.charAt(0)) + by.substring(1)
                : by;
        return sentence.substring(0, span.start()) + written + sentence.substring(span.end());
    }
}
