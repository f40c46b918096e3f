package dev.footnote.reading;

import dev.footnote.engine.Reply;
import dev.footnote.english.Courtesies;
import dev.footnote.english.NumberWords;
import dev.footnote.english.QuestionGrammar;
import dev.footnote.english.QuestionWords;
import dev.footnote.english.WordClass;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes a question apart that asks for more than one thing. It reads the question a few times from left to right and
 * never goes back, so a long question takes no longer than its length allows.
 */
public final class QuestionParts {

    /** More readings would keep others waiting. */
    private static final int MOST_NAMES = 8;

    /** More questions at once than these are answered as far as these. */
    private static final int MOST_PARTS = 4;

    /** A second question has so many words besides its question word. */
    private static final int FEWEST_WORDS = 3;

    /** A name in a list has at most so many words. */
    private static final int MOST_WORDS_OF_A_NAME = 8;

    /** Without "each", so many names in a row are asked about in turn: "Did Ann and Ben marry?" is one question. */
    private static final int MANY_NAMES = 3;

    private final CharSequence text;
    private final List<QuestionToken> tokens;

    /** A word in lower case, or a mark; and its place in the question. */
    private record QuestionToken(String lower, int start, int end, boolean isWord, boolean isCapital) {
        boolean is(String word) {
            return lower.equals(word);
        }
    }

    private QuestionParts(CharSequence text) {
        this.text = text;
        this.tokens = tokens(text);
    }

    /**
     * One of the questions that a question asks.
     *
     * @param question the part
     * @param name whom of several it is about, which is said before its answer; empty where it names none
     */
    record Part(String question, String name) {

        /** The answer's pieces, the first with the name before it. */
        List<Reply.Piece> label(List<Reply.Piece> pieces) {
            if (name.isEmpty() || pieces.isEmpty()) {
                return pieces;
            }
            List<Reply.Piece> labelled = new ArrayList<>(pieces);
            Reply.Piece first = pieces.get(0);
            labelled.set(0, new Reply.Piece(name + ": " + first.text(), first.evidence()));
            return labelled;
        }
    }

    /** The questions that one asks of several who are named, or in turn; the question itself if it is one. */
    static List<Part> named(CharSequence question) {
        QuestionParts parts = new QuestionParts(question);
        List<Part> each = parts.ofEachName();
        return each.isEmpty()
                ? parts.inTurn().stream().map(part -> new Part(part, "")).toList()
                : each;
    }

    /** What is read for a question, one after the other: the question itself, or its parts. */
    public static List<String> read(CharSequence question) {
        return named(question).stream().map(Part::question).toList();
    }

    /** The questions that one asks in turn, without a greeting before them; the question itself if it is one. */
    static List<String> of(CharSequence question) {
        return new QuestionParts(question).inTurn();
    }

    /** Whether it asks for several items, "which two leaders", "list the cities". */
    static boolean asksForSeveral(CharSequence question) {
        return new QuestionParts(question).isForSeveral();
    }

    private List<Part> ofEachName() {
        int each = firstOf("each", "both", "everyone");
        int colon = colon();
        if (colon > 0 && each >= 0 && each < colon) {
            List<String> names = names(colon + 1, endOfQuestion());
            return names.size() > 1 ? parts(names, range(0, each), range(afterEach(each), colon)) : List.of();
        }
        if (colon > 0) {
            List<String> names = names(0, colon);
            int who = indexOf(colon + 1, "each", "they", "everyone");
            return names.size() > 1 && who > 0
                    ? parts(names, range(colon + 1, who), range(afterEach(who), endOfQuestion()))
                    : List.of();
        }
        int auxiliary = firstAuxiliary();
        if (auxiliary < 0) {
            return List.of();
        }
        if (each > auxiliary + 1 && tokens.get(each).isWord()) {
            List<String> names = names(auxiliary + 1, each);
            return names.size() > 1
                    ? parts(names, range(0, auxiliary + 1), range(each + 1, endOfQuestion()))
                    : List.of();
        }
        int end = endOfNames(auxiliary + 1);
        List<String> names = names(auxiliary + 1, end);
        return names.size() >= MANY_NAMES && end < endOfQuestion()
                ? parts(names, range(0, auxiliary + 1), range(end, endOfQuestion()))
                : List.of();
    }

    private static List<Part> parts(List<String> names, String before, String behind) {
        return names.stream()
                .map(name ->
                        new Part((before + " " + name + " " + behind).strip().replaceAll(" {2,}", " ") + "?", name))
                .toList();
    }

    /** Names between commas, "and" and "or", each once; none where what stands there is too long to be names. */
    private List<String> names(int from, int to) {
        Set<String> names = new LinkedHashSet<>();
        int start = from;
        for (int i = from; i <= to; i++) {
            boolean parts = i == to || parts(tokens.get(i));
            if (parts && i > start) {
                if (i - start > MOST_WORDS_OF_A_NAME) {
                    return List.of();
                }
                if (names.size() < MOST_NAMES) {
                    names.add(range(start, i));
                }
            }
            start = parts ? i + 1 : start;
        }
        return List.copyOf(names);
    }

    private static boolean parts(QuestionToken token) {
        return token.is(",") || token.is("and") || token.is("or") || token.is("&");
    }

    /** Behind a row of capitalised words that commas and "and" part. */
    private int endOfNames(int from) {
        int end = from;
        boolean ends = false;
        for (int i = from; i < tokens.size() && !ends; i++) {
            QuestionToken token = tokens.get(i);
            if (token.isCapital()) {
                end = i + 1;
            } else {
                ends = !parts(token);
            }
        }
        return end;
    }

    private int afterEach(int each) {
        int after = each + 1;
        if (after + 1 < tokens.size()
                && tokens.get(after).is("of")
                && tokens.get(after + 1).is("them")) {
            return after + 2;
        }
        return after < tokens.size() && tokens.get(after).is("one") ? after + 1 : after;
    }

    /** A colon or a dash with a blank behind it; none in "10:30". */
    private int colon() {
        for (int i = 1; i < tokens.size() - 1; i++) {
            QuestionToken token = tokens.get(i);
            boolean isFree = tokens.get(i + 1).start() > token.end();
            boolean isDash = token.is("-") || token.is("–") || token.is("—");
            if (isFree
                    && (token.is(":")
                            || isDash && token.start() > tokens.get(i - 1).end())) {
                return i;
            }
        }
        return -1;
    }

    private int firstAuxiliary() {
        for (int i = 0; i < tokens.size(); i++) {
            if (QuestionGrammar.AUXILIARIES.contains(tokens.get(i).lower())) {
                return i;
            }
        }
        return -1;
    }

    private int firstOf(String... words) {
        return indexOf(0, words);
    }

    private int indexOf(int from, String... words) {
        Set<String> sought = Set.of(words);
        for (int i = from; i < tokens.size(); i++) {
            if (sought.contains(tokens.get(i).lower())) {
                return i;
            }
        }
        return -1;
    }

    private int endOfQuestion() {
        int end = tokens.size();
        while (end > 0 && !tokens.get(end - 1).isWord()) {
            end--;
        }
        return end;
    }

    private List<String> inTurn() {
        List<String> asked = new ArrayList<>();
        List<String> told = new ArrayList<>();
        int dropped = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean ends = i == tokens.size() - 1 || endsSentence(i);
            if (ends) {
                int from = withoutCourtesy(start, i + 1);
                dropped += from - start;
                if (from < i + 1 && asks(from, i + 1)) {
                    for (String part : split(from, i + 1)) {
                        boolean leans = asked.isEmpty() && pointsBack(from, i + 1);
                        asked.add(leans && !told.isEmpty() ? String.join(" ", told) + " " + part : part);
                    }
                } else if (from < i + 1) {
                    told.add(range(from, i + 1));
                }
                start = i + 1;
            }
        }
        boolean isWhole = asked.isEmpty() || asked.size() == 1 && told.isEmpty() && dropped == 0;
        return isWhole ? List.of(text.toString()) : asked.subList(0, Math.min(MOST_PARTS, asked.size()));
    }

    /** Whether a mark or a line break ends a sentence of the question. */
    private boolean endsSentence(int at) {
        QuestionToken token = tokens.get(at);
        QuestionToken next = tokens.get(at + 1);
        boolean isFree = next.start() > token.end();
        boolean isBroken = isFree && hasLineBreak(token.end(), next.start());
        boolean isStop = token.is("?") || token.is("!") || token.is(";") && isQuestionStart(at + 1);
        boolean isFullStop = token.is(".")
                && next.isCapital()
                && at > 0
                && tokens.get(at - 1).end() - tokens.get(at - 1).start() > 3;
        return isBroken || isFree && (isStop || isFullStop) && next.isWord();
    }

    private boolean hasLineBreak(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Behind a greeting that a comma, a mark or nothing at all parts from the question. */
    private int withoutCourtesy(int from, int to) {
        List<String> words = new ArrayList<>();
        for (int i = from; i < to; i++) {
            QuestionToken token = tokens.get(i);
            if (!token.isWord()) {
                if (!words.isEmpty() && Courtesies.isAll(words)) {
                    return i + 1;
                }
                return from;
            }
            if (!words.isEmpty() && isQuestionStart(i) && Courtesies.isAll(words)) {
                return i;
            }
            words.add(token.lower());
            if (words.size() > FEWEST_WORDS + 1) {
                return from;
            }
        }
        return from;
    }

    private boolean isQuestionStart(int at) {
        if (at >= tokens.size()) {
            return false;
        }
        String word = tokens.get(at).lower();
        int plain = word.indexOf('\'');
        String bare = plain > 0 ? word.substring(0, plain) : word;
        return WordClass.QUESTION_WORD.contains(bare) || QuestionGrammar.AUXILIARIES.contains(bare);
    }

    private boolean asks(int from, int to) {
        boolean ended = tokens.get(to - 1).is("?");
        boolean begins =
                isQuestionStart(from) || QuestionWords.isOrder(tokens.get(from).lower());
        return ended || begins;
    }

    private boolean pointsBack(int from, int to) {
        for (int i = from; i < to; i++) {
            if (WordClass.THIRD_PERSON.contains(tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /** "When and where is it?", "who sang, and whose drum was it that night". */
    private List<String> split(int from, int to) {
        int end = to;
        while (end > from && !tokens.get(end - 1).isWord()) {
            end--;
        }
        if (from + 3 < end
                && isQuestionWord(from)
                && (tokens.get(from + 1).is("and") || tokens.get(from + 1).is("or"))
                && isQuestionWord(from + 2)) {
            String rest = range(from + 3, end) + "?";
            return List.of(range(from, from + 1) + " " + rest, capital(range(from + 2, from + 3)) + " " + rest);
        }
        boolean asked = false;
        for (int i = from; i < end; i++) {
            QuestionToken token = tokens.get(i);
            if (asked && token.is("and") || token.is(";") && asked) {
                int second = i + 1;
                boolean hasPreposition = second < end
                        && WordClass.PREPOSITION.contains(tokens.get(second).lower());
                int word = hasPreposition ? second + 1 : second;
                if (word < end && isQuestionWord(word) && words(word + 1, end) >= FEWEST_WORDS) {
                    int firstEnd = tokens.get(i - 1).isWord() ? i : i - 1;
                    return List.of(range(from, firstEnd) + "?", range(second, to));
                }
            }
            asked |= isQuestionWord(i);
        }
        return List.of(range(from, to));
    }

    private boolean isQuestionWord(int at) {
        String word = tokens.get(at).lower();
        int plain = word.indexOf('\'');
        return WordClass.QUESTION_WORD.contains(plain > 0 ? word.substring(0, plain) : word);
    }

    private int words(int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) {
            words += tokens.get(i).isWord() ? 1 : 0;
        }
        return words;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private boolean isForSeveral() {
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i).lower();
            String next = i + 1 < tokens.size() ? tokens.get(i + 1).lower() : "";
            String third = i + 2 < tokens.size() ? tokens.get(i + 2).lower() : "";
            boolean chooses = word.equals("which") || word.equals("what");
            boolean counted = QuestionGrammar.BEFORE_SEVERAL.contains(next)
                            && NumberWords.unit(next).isPresent()
                    || next.equals("several")
                    || next.equals("the") && NumberWords.unit(third).isPresent();
            boolean plural = next.length() > 3
                    && next.endsWith("s")
                    && !next.endsWith("ss")
                    && QuestionGrammar.AUXILIARIES.contains(third);
            boolean several = chooses && (counted || plural)
                    || word.equals("list")
                            && (i == 0
                                    || tokens.get(i - 1).is("a")
                                    || !tokens.get(i - 1).is("the"))
                    || word.equals("name") && (QuestionGrammar.BEFORE_SEVERAL.contains(next) || next.equals("any"))
                    || word.equals("who") && (next.equals("are") || next.equals("were")) && !third.isEmpty()
                    || word.equals("each")
                            && (next.equals("of")
                                    || i > 0 && firstOf("and", "both") >= 0 && firstOf("and", "both") < i);
            if (several) {
                return true;
            }
        }
        return false;
    }

    /** What stands from one token to another, the latter excluded. */
    private String range(int from, int to) {
        if (from >= to) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        for (int i = tokens.get(from).start(); i < tokens.get(to - 1).end(); i++) {
            words.append(text.charAt(i));
        }
        return words.toString();
    }

    private static List<QuestionToken> tokens(CharSequence text) {
        List<QuestionToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            int end = at + 1;
            boolean isWord = isOfWord(c);
            StringBuilder word = new StringBuilder().append(c);
            while (isWord && end < text.length()) {
                char next = text.charAt(end);
                boolean joins =
                        "'’-.:&".indexOf(next) >= 0 && end + 1 < text.length() && isOfWord(text.charAt(end + 1));
                if (!isOfWord(next) && !joins) {
                    break;
                }
                word.append(next == '’' ? '\'' : next);
                end++;
            }
            tokens.add(new QuestionToken(
                    word.toString().toLowerCase(Locale.ROOT), at, end, isWord, Character.isUpperCase(c)));
            at = end;
        }
        return tokens;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
