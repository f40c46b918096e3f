package dev.footnote.reading;

import dev.footnote.english.Attribution;
import dev.footnote.english.BareVerbs;
import dev.footnote.english.Courtesies;
import dev.footnote.english.Denial;
import dev.footnote.english.Hedges;
import dev.footnote.english.Inflection;
import dev.footnote.english.QuestionGrammar;
import dev.footnote.english.QuestionWords;
import dev.footnote.english.SpeechVerbs;
import dev.footnote.english.StandaloneWords;
import dev.footnote.english.SubjectWords;
import dev.footnote.english.Word;
import dev.footnote.english.WordClass;
import dev.footnote.model.Stance;
import dev.footnote.text.Span;
import dev.footnote.verification.ClaimSigns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Yes/no questions: decides whether a question is one, turns it into the claim that it asks about, and decides whether
 * "Yes" or "No" may stand before the sentence that answers it.
 */
public final class YesNo {

    /** What may be said before the sentence. */
    public enum Decision {
        YES,
        NO,
        /** Neither: the sentence alone is the answer. */
        OPEN;

        /** The answer: the sentence, with "Yes" or "No" before it where it is decided. */
        public String say(String sentence) {
            return switch (this) {
                case YES -> "Yes: " + sentence;
                case NO -> "No: " + sentence;
                case OPEN -> sentence;
            };
        }
    }

    /** How a sentence stands to what it says. */
    public enum Standing {
        /** It says so itself. */
        STATED,
        /** It reports what somebody says. */
        ATTRIBUTED,
        /** It leaves it open. */
        HEDGED
    }

    /**
     * How sure the models are.
     *
     * @param question what the reader says of the sentence to the question
     * @param claim what it says to the claim
     * @param judgedQuestion what the judge says of the sentence to the question
     * @param judgedClaim what it says to the claim
     * @param support how far the check supports the claim by the sentence, from 0 to 1
     * @param answers how likely what is told answers the question, from 0 to 1
     */
    public record Scores(
            Stance question, Stance claim, Stance judgedQuestion, Stance judgedClaim, double support, double answers) {

        public Scores {
            for (double score : new double[] {support, answers}) {
                if (!(score >= 0 && score <= 1)) {
                    throw new IllegalArgumentException("A score is a number from 0 to 1, not " + score);
                }
            }
        }

        /** What {@link YesNoModel} looks at, by name: the odds of all these, and how claim and sentence are worded. */
        public Map<String, Double> signs(String statement, String sentence) {
            boolean isTurned = new Denial(Word.of(statement)).contradicts(new Denial(Word.of(sentence)));
            Map<String, Double> signs = new LinkedHashMap<>();
            put(signs, "question", question);
            put(signs, "claim", claim);
            put(signs, "judged_question", judgedQuestion);
            put(signs, "judged_claim", judgedClaim);
            signs.put("support", odds(support));
            signs.put("answers", odds(answers));
            signs.put("turned", isTurned ? 1.0 : 0);
            signs.putAll(ClaimSigns.ofWording(statement, sentence));
            return signs;
        }

        private static void put(Map<String, Double> signs, String name, Stance stance) {
            signs.put(name + "_yes", odds(stance.yes()));
            signs.put(name + "_no", odds(stance.no()));
        }

        private static double odds(double probability) {
            return Math.log((probability + LEAST) / (1 - probability + LEAST));
        }
    }

    /** Surer than this the reader never is for good reason. */
    private static final double LEAST = 0.01;

    private YesNo() {}

    /** Whether a question wants "yes" or "no": an auxiliary comes first, or a tag such as ", right?" last. */
    public static boolean isYesNo(String question) {
        return !isChoice(question)
                && (inverted(question).isPresent() || tagged(question).isPresent());
    }

    /** What the question claims, as a statement; the question itself where it is no yes/no question. */
    public static String claim(String question) {
        return inverted(question)
                .map(YesNo::straightened)
                .or(() -> tagged(question))
                .map(claim -> StandaloneWords.capitalised(claim) + ".")
                .orElse(question);
    }

    /** Whether a sentence says something itself, reports what somebody says, or leaves it open. */
    public static Standing standing(String sentence) {
        List<Word> words = Word.of(sentence);
        if (Attribution.of(sentence, new Span(0, sentence.length())).isPresent() || reports(words)) {
            return Standing.ATTRIBUTED;
        }
        return Hedges.areIn(words) || sentence.strip().endsWith("?") ? Standing.HEDGED : Standing.STATED;
    }

    /**
     * What may be said before the sentence: "Yes" or "No" only where they are likely right, and the sentence says it
     * itself or the question asks what its speaker says.
     */
    static Decision decide(String question, String sentence, Scores scores, YesNoModel model) {
        return isYesNo(question) && settles(question, sentence)
                ? model.decide(scores.signs(claim(question), sentence))
                : Decision.OPEN;
    }

    /** Whether a sentence begins with its own "Yes" or "No", as those below frequent questions do. */
    static boolean saysItself(String sentence) {
        return QuestionWords.of(sentence).stream()
                .limit(1)
                .anyMatch(word ->
                        word.equalsIgnoreCase(Decision.YES.name()) || word.equalsIgnoreCase(Decision.NO.name()));
    }

    /** Whether the sentence can settle the question, by whose words it gives. */
    public static boolean settles(String question, String sentence) {
        List<Word> asked = Word.of(question);
        return switch (standing(sentence)) {
            case STATED -> true;
            case ATTRIBUTED -> (reports(asked) || asksToSay(question)) && namesSpeaker(question, sentence);
            case HEDGED -> Hedges.areIn(withoutAuxiliary(asked));
        };
    }

    private static List<Word> withoutAuxiliary(List<Word> words) {
        return words.isEmpty() ? words : words.subList(1, words.size());
    }

    private static boolean reports(List<Word> words) {
        Set<String> verbs = Set.copyOf(SpeechVerbs.forms());
        return words.stream()
                .anyMatch(word -> verbs.contains(word.key()) || word.key().equals("according"));
    }

    /** "Does the ministry accuse …", "Did Lee say …": a verb of saying in its base form. */
    private static boolean asksToSay(String question) {
        Set<String> stems = SpeechVerbs.forms().stream().map(Inflection::stem).collect(Collectors.toSet());
        return QuestionWords.of(question).stream()
                .skip(1)
                .anyMatch(word -> word.equals("say") || word.equals("tell") || stems.contains(Inflection.stem(word)));
    }

    /** Whether the question names whom the sentence names as the speaker. */
    private static boolean namesSpeaker(String question, String sentence) {
        Optional<Span> speaker = Attribution.of(sentence, new Span(0, sentence.length()));
        if (speaker.isEmpty()) {
            return false;
        }
        List<String> asked = QuestionWords.of(question);
        return QuestionWords.of(speaker.get().of(sentence)).stream()
                .filter(word -> !WordClass.isFunctionWord(word))
                .anyMatch(asked::contains);
    }

    /** "Is it red or blue?" asks which, not whether. */
    private static boolean isChoice(String question) {
        List<String> words = QuestionWords.of(question);
        int or = words.indexOf("or");
        return or > 0
                && or < words.size() - 1
                && !words.subList(or + 1, words.size()).equals(List.of("not"));
    }

    /** An auxiliary and what follows it. */
    private record Inverted(String auxiliary, boolean denied, List<String> rest) {}

    private static Optional<Inverted> inverted(String question) {
        List<String> words = words(question);
        int at = 0;
        while (at < words.size() && QuestionGrammar.LEADS.contains(words.get(at).toLowerCase(Locale.ROOT))) {
            at++;
        }
        at = behindOpening(words, at);
        if (at + 2 > words.size() - 1 && at + 1 > words.size() - 1) {
            return Optional.empty();
        }
        String first = words.get(at).toLowerCase(Locale.ROOT).replace('’', '\'');
        boolean denied = first.endsWith("n't");
        String auxiliary = !denied
                ? first
                : switch (first) {
                    case "won't" -> "will";
                    case "can't" -> "can";
                    case "shan't" -> "shall";
                    default -> first.substring(0, first.length() - 3);
                };
        String next = words.get(at + 1).toLowerCase(Locale.ROOT);
        boolean addresses = next.equals("you") || (first.equals("do") || first.equals("have")) && next.equals("not");
        return isAuxiliary(auxiliary) && !addresses
                ? Optional.of(new Inverted(auxiliary, denied, List.copyOf(words.subList(at + 1, words.size()))))
                : Optional.empty();
    }

    /** "According to Lee, did …", "hi, is …", "In 1998, was …": a phrase and a comma before the auxiliary. */
    private static int behindOpening(List<String> words, int from) {
        for (int i = from; i < Math.min(words.size() - 1, from + 10); i++) {
            if (words.get(i).endsWith(",")) {
                List<String> opening = words.subList(from, i + 1).stream()
                        .map(word -> word.toLowerCase(Locale.ROOT).replace(",", ""))
                        .toList();
                boolean isOpening = Courtesies.isAll(opening)
                        || opening.get(0).equals("according")
                        || WordClass.PREPOSITION.contains(opening.get(0));
                return isOpening ? i + 1 : from;
            }
        }
        return from;
    }

    /** A statement with a tag behind it, without the tag: "The dam broke, right?", "He won, didn't he?" */
    private static Optional<String> tagged(String question) {
        String words = question.strip();
        int comma = words.lastIndexOf(',');
        if (comma <= 0) {
            return Optional.empty();
        }
        String tag = bare(words.substring(comma + 1));
        List<String> parts = QuestionWords.of(tag);
        boolean isAuxiliaryTag = parts.size() == 2
                && (isAuxiliary(parts.get(0)) || parts.get(0).endsWith("n't"))
                && (WordClass.THIRD_PERSON.contains(parts.get(1))
                        || parts.get(1).equals("there"));
        List<String> statement = QuestionWords.of(words.substring(0, comma));
        boolean states = !statement.isEmpty() && !WordClass.QUESTION_WORD.contains(statement.get(0));
        return (QuestionGrammar.TAGS.contains(tag.toLowerCase(Locale.ROOT)) || isAuxiliaryTag) && states
                ? Optional.of(words.substring(0, comma).strip())
                : Optional.empty();
    }

    /** Puts the auxiliary behind the subject. */
    private static String straightened(Inverted question) {
        List<String> rest = question.rest();
        int subject = subjectEnd(
                rest, WordClass.DO.contains(question.auxiliary()) || WordClass.MODAL.contains(question.auxiliary()));
        List<String> words = new ArrayList<>(rest.subList(0, subject));
        words.add(question.auxiliary());
        if (question.denied()) {
            words.add("not");
        }
        words.addAll(rest.subList(subject, rest.size()));
        return String.join(" ", words);
    }

    /** How many words the subject has, as far as the words themselves tell. */
    private static int subjectEnd(List<String> words, boolean verbFollows) {
        int most = words.size() - 1;
        if (most < 1) {
            return words.size();
        }
        if (SubjectWords.PRONOUNS.contains(lower(words.get(0)))
                && !(SubjectWords.DETERMINERS.contains(lower(words.get(0))) && isNoun(words, 1, verbFollows))) {
            return 1;
        }
        int at = SubjectWords.DETERMINERS.contains(lower(words.get(0))) ? 1 : 0;
        while (at < most && !begins(words, at, verbFollows)) {
            boolean links = at + 1 < words.size()
                    && (SubjectWords.INSIDE.contains(lower(words.get(at)))
                            || lower(words.get(at)).equals("and"));
            at += links && SubjectWords.DETERMINERS.contains(lower(words.get(at + 1))) ? 2 : 1;
        }
        return Math.max(1, Math.min(at, most));
    }

    private static boolean isNoun(List<String> words, int at, boolean verbFollows) {
        return at < words.size() && !begins(words, at, verbFollows);
    }

    /** Whether the predicate begins at a word; the subject has at least one word of its own before it. */
    private static boolean begins(List<String> words, int at, boolean verbFollows) {
        String word = lower(words.get(at));
        boolean isFirstNoun = at == 0 || at == 1 && SubjectWords.DETERMINERS.contains(lower(words.get(0)));
        if (SubjectWords.INSIDE.contains(word) || word.equals("and")) {
            return false;
        }
        boolean isCapital = Character.isUpperCase(words.get(at).codePointAt(0));
        if (isFirstNoun
                || isCapital
                        && (at == 0 || Character.isUpperCase(words.get(at - 1).codePointAt(0)) || verbFollows)) {
            return false;
        }
        boolean behindName = Character.isUpperCase(words.get(at - 1).codePointAt(0)) && !isCapital;
        if (behindName && !SubjectWords.STARTS_PREDICATE.contains(word)) {
            return true;
        }
        if (verbFollows) {
            return BareVerbs.contains(word)
                    || WordClass.PLAIN_ADVERB.contains(word)
                    || word.equals("be")
                    || word.equals("have")
                    || word.equals("not");
        }
        return SubjectWords.STARTS_PREDICATE.contains(word)
                || isCapital
                || BareVerbs.isPast(word)
                || SubjectWords.endsLikeAdjective(word);
    }

    private static boolean isAuxiliary(String word) {
        return QuestionGrammar.AUXILIARIES.contains(word) || word.equals("am");
    }

    private static String lower(String word) {
        return bare(word).toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String question) {
        String bare = bare(question);
        return bare.isEmpty() ? List.of() : List.of(bare.split("\\s+", -1));
    }

    /** Without white space and end marks. */
    private static String bare(String words) {
        String text = words.strip();
        int end = text.length();
        while (end > 0 && "?!., ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
